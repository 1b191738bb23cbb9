"""The year-end bulletin: the model in, a document of chapters out, and that document as PDF.

The page of the site and the PDF show the same chapters. Nothing here writes a file.
"""
