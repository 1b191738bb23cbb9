"""What a printed expression means, and back: `近400万元` is 4,000,000 元, and the truth stays under it.

Text and values only: no figures, no indicators, no files, nothing but the standard library.
"""

from highlights.quantity.arithmetic import difference, ratio, total
from highlights.quantity.parse import parse_quantity, rhetorical_quantity
from highlights.quantity.print import format_quantity
from highlights.quantity.units import canonical_unit, count_alike
from highlights.quantity.value import Direction, Qualifier, Quantity, UnreadableQuantity

__all__ = [
    "Direction",
    "Qualifier",
    "Quantity",
    "UnreadableQuantity",
    "canonical_unit",
    "count_alike",
    "difference",
    "format_quantity",
    "parse_quantity",
    "ratio",
    "rhetorical_quantity",
    "total",
]
