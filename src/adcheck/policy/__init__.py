"""What the user decides: configuration, rule selection, suppressions, baseline."""
