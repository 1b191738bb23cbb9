"""One YAML file's bytes in, a tree with places or findings out. No fields, no types, no rules about the data."""

from highlights.load.yaml_file.nodes import Mapping, Node, Scalar, locate, locate_key, node_at, to_plain
from highlights.load.yaml_file.parse import parse_tree
from highlights.load.yaml_file.text import read_text, why_unreadable

__all__ = [
    "Mapping", "Node", "Scalar", "locate", "locate_key", "node_at", "parse_tree", "read_text", "to_plain",
    "why_unreadable",
]  # fmt: skip
