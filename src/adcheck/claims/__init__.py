"""Claims: find them, confirm them, judge their context, bind them to law."""
