"""`flask wording check`: advertisements in, what shuts people out in them."""

import sys

from crm.cli import Group, print_json
from crm.wording.advice import advice_in
from crm.wording.check import check

command = Group("wording", help="Fair wording of advertisements.")


@command.command("check")
def check_texts() -> None:
    """Reads one text a line from stdin; writes one JSON object a line. Needs no database."""
    for line in sys.stdin:
        text = line.rstrip("\r\n")
        findings = [
            {"type": found.kind.value, "phrase": found.phrase, "advice": advice_in(found)} for found in check(text)
        ]
        print_json({"text": text, "findings": findings})
