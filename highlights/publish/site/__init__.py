"""The published site as a folder: built aside, checked, listed, put in its place in one step, and taken back."""
