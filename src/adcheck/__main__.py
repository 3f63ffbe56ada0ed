"""``python -m adcheck``: the command line, when it is installed."""

from importlib import import_module

import_module("adcheck_cli.main").main()
