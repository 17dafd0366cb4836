"""What owners say against it and a ready answer for each, as shipped in data/employer_objections.csv."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from crm.config import ROOT
from crm.i18n import in_language
from crm.info_sessions.enums import Objection

FILE = ROOT / "crm" / "data" / "employer_objections.csv"


@dataclass(frozen=True)
class ReadyAnswer:
    """The owner's words and what can be said in return, in three languages."""

    text_az: str
    text_ru: str
    text_en: str
    answer_az: str
    answer_ru: str
    answer_en: str

    @property
    def said(self) -> str:
        return in_language(self, "text")

    @property
    def answer(self) -> str:
        return in_language(self, "answer")


@cache
def ready_answers() -> Mapping[Objection, ReadyAnswer]:
    """By objection. Raises KeyError when the file lacks one."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = {row["code"]: row for row in csv.DictReader(file)}
    names = ReadyAnswer.__dataclass_fields__
    return {code: ReadyAnswer(**{name: rows[code][name] for name in names}) for code in Objection}
