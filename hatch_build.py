"""Put the compiled rules into the wheel, so that the first run need not compile them."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):
    """Compiles the rules for standard wheels; editable installs compile into the user's cache."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add ``adcheck/rules/compiled.bin``."""
        if version != "standard":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        try:
            from adcheck.rulebook.cache import pack
            from adcheck.rulebook.store import COMPILED, compile_folders, freeze

            folder = Path(tempfile.mkdtemp(prefix="adcheck-build-"))
            (folder / COMPILED).write_bytes(pack(freeze(compile_folders([Path(self.root) / "rules"]))))
            build_data["force_include"][str(folder / COMPILED)] = f"adcheck/rules/{COMPILED}"
        finally:
            sys.path.pop(0)
