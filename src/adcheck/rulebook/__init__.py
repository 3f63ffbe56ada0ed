"""Rules: their form, their compilation, the store and cache of compiled rules."""
