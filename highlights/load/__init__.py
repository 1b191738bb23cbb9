"""YAML to model, with every finding at its file, line and column."""

from highlights.load.city import Loaded, load_city

__all__ = ["Loaded", "load_city"]
