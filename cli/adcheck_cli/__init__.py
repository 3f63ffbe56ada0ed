"""The command line of adcheck; all work is done by the library."""
