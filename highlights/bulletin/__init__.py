"""The year-end bulletin: the model in, a document of sections out, and that document as PDF.

The page of the site and the PDF show the same sections. Nothing here writes a file.
"""
