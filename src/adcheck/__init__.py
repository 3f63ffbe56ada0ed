"""adcheck: check medical advertising against the law, offline.

>>> import adcheck
>>> report = adcheck.check_text("三天根治鼻炎", sector="medical-service")
>>> [finding.category for finding in report.findings]
['guarantee']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

_PUBLIC = {
    "check_text": "adcheck.api", "check_path": "adcheck.api", "check_paths": "adcheck.api",
    "anonymize_text": "adcheck.anonymizing", "anonymize_path": "adcheck.anonymizing",
    "anonymize_paths": "adcheck.anonymizing", "reveal": "adcheck.anonymizing",
    "Report": "adcheck.model", "Finding": "adcheck.model", "Provision": "adcheck.model",
    "AdcheckError": "adcheck.errors", "ConfigError": "adcheck.errors", "RuleError": "adcheck.errors",
    "InputError": "adcheck.errors",
}  # fmt: skip

__all__ = [*_PUBLIC, "__version__"]  # noqa: PLE0604

if TYPE_CHECKING:
    from adcheck.anonymizing import anonymize_path as anonymize_path
    from adcheck.anonymizing import anonymize_paths as anonymize_paths
    from adcheck.anonymizing import anonymize_text as anonymize_text
    from adcheck.anonymizing import reveal as reveal
    from adcheck.api import check_path as check_path
    from adcheck.api import check_paths as check_paths
    from adcheck.api import check_text as check_text
    from adcheck.errors import AdcheckError as AdcheckError
    from adcheck.errors import ConfigError as ConfigError
    from adcheck.errors import InputError as InputError
    from adcheck.errors import RuleError as RuleError
    from adcheck.model import Finding as Finding
    from adcheck.model import Provision as Provision
    from adcheck.model import Report as Report


def __getattr__(name: str) -> Any:
    """Public names are loaded when first asked for."""
    module = _PUBLIC.get(name)
    if module is None:
        raise AttributeError(f"module 'adcheck' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(module), name)
    globals()[name] = value
    return value
