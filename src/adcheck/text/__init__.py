"""Text as it is matched: folded, squeezed, cut into words."""
