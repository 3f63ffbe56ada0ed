"""``python -m adcheck_cli``."""

from adcheck_cli.main import main

main()
