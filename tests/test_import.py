"""Nothing heavy is loaded before it is needed."""

from __future__ import annotations

import json
import subprocess
import sys

HEAVY = ("spacy", "presidio_analyzer", "presidio_anonymizer", "jieba", "regex", "pydantic", "click", "yaml")


def loaded(code: str) -> set[str]:
    """Which of the heavy modules a fresh interpreter has loaded after the code."""
    program = f"{code}\nimport sys, json\nprint(json.dumps([m for m in {HEAVY!r} if m in sys.modules]))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    return set(json.loads(done.stdout))


def test_import_loads_nothing_heavy() -> None:
    assert loaded("import adcheck") == set()


def test_a_check_of_a_clean_text_loads_nothing_heavy() -> None:
    check = "import adcheck\nassert not adcheck.check_text('门诊时间为周一至周五。', sector='medical-service').findings"
    subprocess.run([sys.executable, "-c", check], check=True)  # fills the cache of compiled rules
    assert not loaded(check) & {"jieba", "pydantic", "spacy", "presidio_analyzer", "click", "yaml"}


def test_public_names() -> None:
    import adcheck

    assert all(getattr(adcheck, name) is not None for name in adcheck.__all__)
