"""The annual highlights of a city's districts: YAML in, pages, tables and open data out.

The package is a house of floors, and imports point down only (tests/test_floors.py holds it):
cli and commands; publish, editing, review; bulletin; render; derive; load; and on the ground model, quantity,
comparability, addresses, prose, diagnostics.
"""
