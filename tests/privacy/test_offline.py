"""No network attempt of any kind, in a fresh process whose sockets are blocked."""

from __future__ import annotations

import subprocess
import sys

BLOCKED = """
import socket
def refuse(*args, **kwargs):
    raise SystemExit("a network attempt")
socket.socket.connect = socket.socket.connect_ex = refuse
socket.create_connection = socket.getaddrinfo = socket.gethostbyname = refuse
"""


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", BLOCKED + code], capture_output=True, text=True, check=False, encoding="utf-8"
    )


def test_find_is_offline() -> None:
    done = run("from adcheck.privacy import find\nprint(len(find('患者邮箱lihua_88@163.com，手机13812345678')))")
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "2", "")


def test_presidios_e_mail_recognizer_is_offline_too() -> None:
    done = run(
        "from adcheck.privacy import analyzer\n"
        "from presidio_analyzer.predefined_recognizers import EmailRecognizer\n"
        "engine = analyzer()\n"
        "engine.registry.add_recognizer(EmailRecognizer())\n"
        "print('EMAIL_ADDRESS' in {r.entity_type for r in engine.analyze('Write to jane@gmail.com', language='en')})"
    )
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "True", "")


def test_the_block_works() -> None:
    assert "a network attempt" in run("import urllib.request\nurllib.request.urlopen('http://192.0.2.1')").stderr


def test_nothing_heavy_is_imported_for_clean_text() -> None:
    done = run(
        "import sys\nfrom adcheck.privacy import find\n"
        "assert find('新店开业，欢迎到店。咨询热线400-800-1234') == ()\n"
        "print(sorted({'spacy', 'presidio_analyzer', 'jieba'} & set(sys.modules)))"
    )
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "[]", "")
