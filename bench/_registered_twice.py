"""Invented women of whom some are registered a second time, as another clerk on another day would write her down.

What goes wrong is drawn by itself, with shares set before anything was measured, and knows nothing of the rules it is to
try: its own spelling tables, its own names, families who share a telephone, sisters and twins, the same name in one
village. Duplicates nobody could tell (another telephone, another last name) are among them and count as missed."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

FIRST = (
    "Aygün Günel Sevinc Leyla Aynur Könül Gülnar Nigar Aysel Nərgiz Sevda Lalə Təranə Ülviyyə Şəbnəm Günay Zeynəb Fatimə "
    "Xədicə Nuray Aytac Nərmin Elnarə Samirə Vüsalə Mehriban Rəna Kəmalə Sevil Esmira Gülşən Arzu Afət Xalidə Səadət "
    "Pərvanə Zülfiyyə Mətanət İradə Ruhiyyə Həbibə Sona Gülzar Tərlan Məhbubə Bikə Gülçöhrə Xavər Zərifə Nazlı Ceyran "
    "Tovuz Minarə Züleyxa Nisə Roza Svetlana Validə Gülnarə Nigarə Aynurə Elmira Rübabə Sədaqət Minayə Gülarə Nəzakət "
    "Dilşad Yaqut Aybəniz Çimnaz Məlahət Qızbəs Şərqiyyə Həmayıl Bəyim Sürəyya Xuraman Aidə Almaz Zemfira Tamara Rəhilə"
).split()
LAST = (
    "Məmmədova Əliyeva Hüseynova Həsənova Quliyeva İsmayılova Əhmədova Abdullayeva Cəfərova Rzayeva Babayeva Süleymanova "
    "Musayeva Kərimova Vəliyeva Mustafayeva İbrahimova Bayramova Hacıyeva Əsgərova Abbasova Rəhimova Orucova Nəsirova "
    "Salahova Mirzəyeva Tağıyeva Xəlilova Ağayeva Mehdiyeva Şirəliyeva Qəniyeva Zülfüqarova Balayeva Fətullayeva Xankişiyeva "
    "Talıbova Manafova Səmədova Heydərova Mahmudova Yusifova Cabbarova Bədəlova Tahirova Qədimova Nuriyeva Kazımova Eminova"
).split()
FATHER = (
    "Məmməd Əli Hüseyn Həsən Vaqif Rafiq Elçin Nazim Arif Tofiq Mübariz Rövşən Sabir Akif Zakir Yaşar Eldar Fazil Əlövsət "
    "Balakişi Şahmalı Ağamirzə Novruz Tahir Kamal Telman Vidadi Habil Firdovsi İlham Mahir Ramiz Xanoğlan Əkbər Cavanşir "
    "Bəylər Gülağa Nizami Sahib Zabil Oqtay Əjdər İsrafil Zöhrab Sərdar Teyyub Şamil Mirağa"
).split()
FEWER_MARKS = str.maketrans("əƏıİöÖüÜşŞçÇğĞ", "eEiIoOuUsScCgG")
#: As a Russian clerk writes them: ə is а or е, g and q and h fall together with г and к and х.
RUSSIAN = {
    "yev": "ев", "ya": "я", "yu": "ю", "yə": "е", "ye": "е", "iyy": "и", "c": "дж", "ə": "а", "ö": "е", "ü": "ю", "ı": "ы",
    "ş": "ш", "ç": "ч", "ğ": "г", "q": "г", "h": "г", "x": "х", "y": "й", "j": "ж", "a": "а", "b": "б", "d": "д", "e": "е",
    "f": "ф", "g": "г", "i": "и", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "r": "р", "s": "с", "t": "т",
    "u": "у", "v": "в", "z": "з",
}  # fmt: skip
OTHER_SOUND = {"ə": "э", "q": "к", "h": "х", "ö": "о", "ü": "у"}

#: Of 100 second records, how many have this; each drawn by itself.
SHARE = {
    "no marks": 22, "digraphs": 6, "russian": 14, "capitals": 5, "slip first": 8, "slip last": 10, "maiden": 8,
    "exchanged": 2, "no last": 3, "no father": 30, "slip father": 6, "no year": 18, "wrong year": 5, "new phone": 14,
    "no phone": 8, "phone slip": 2, "no place": 10, "other place": 6,
}  # fmt: skip
#: Of 100 women: who uses somebody else's telephone, who has none, who has a sister registered, how many come twice.
SHARED_PHONE, NO_PHONE, SISTER, TWICE, THREE_TIMES = 18, 7, 12, 12, 1

Row = dict[str, Any]


@dataclass
class Town:
    """`rows` in the order they were registered; `same` are the true pairs, as places in `rows`."""

    women: int
    places: Sequence[int]
    seed: int = 7
    rows: list[Row] = field(default_factory=list)
    same: set[tuple[int, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.rng = random.Random(self.seed)
        made: list[tuple[int, Row]] = []
        while len(made) < self.women:
            woman = self._woman()
            family = [woman, self._sister(woman)] if self._one_in(SISTER) else [woman]
            for one in family:
                person = len(made)
                made.append((person, one))
                for chance in (TWICE, THREE_TIMES):
                    if self._one_in(chance):
                        made.append((person, self._again(one)))
        made = made[: self.women]
        self.rng.shuffle(made)
        seen: dict[int, list[int]] = {}
        for place, (person, row) in enumerate(made):
            self.same |= {(before, place) for before in seen.get(person, [])}
            seen.setdefault(person, []).append(place)
            self.rows.append(row)

    def _one_in(self, share: int) -> bool:
        return self.rng.random() * 100 < share

    def _name(self, names: Sequence[str]) -> str:
        """Some names are much more common than others."""
        return names[
            min(int(self.rng.paretovariate(0.6)) - 1, len(names) - 1)
            if self._one_in(40)
            else self.rng.randrange(len(names))
        ]

    def _phone(self) -> str:
        return f"0{self.rng.choice((50, 51, 55, 70, 77, 99))}{self.rng.randrange(2_000_000, 9_999_999)}"

    def _woman(self) -> Row:
        return {
            "first_name": self._name(FIRST),
            "last_name": self._name(LAST),
            "father_name": self._name(FATHER),
            "birth_year": int(self.rng.triangular(1955, 2008, 1988)),
            "settlement_id": self.rng.choice(self.places),
            "phone": "" if self._one_in(NO_PHONE) else self._phone(),
        }

    def _sister(self, of: Row) -> Row:
        """Or a mother, a daughter in law, a twin: one house, often one telephone."""
        kin = self.rng.choices(("sister", "twin", "mother", "in law"), (50, 4, 26, 20))[0]
        first = self.rng.choice([name for name in FIRST if name != of["first_name"]])
        years = {"sister": self.rng.randint(-7, 7) or 2, "twin": 0, "mother": -self.rng.randint(18, 30), "in law": 3}
        other = self._woman() | {"first_name": first, "birth_year": of["birth_year"] + years[kin]}
        other["settlement_id"] = of["settlement_id"]
        if kin != "in law":
            other["last_name"] = of["last_name"]
        if kin in ("sister", "twin"):
            other["father_name"] = of["father_name"]
        if self._one_in(SHARED_PHONE * 4):
            other["phone"] = of["phone"]
        return other

    def _again(self, woman: Row) -> Row:
        row = dict(woman)
        on = {what for what, share in SHARE.items() if self._one_in(share)}
        for part, what in (("first_name", "slip first"), ("last_name", "slip last"), ("father_name", "slip father")):
            if what in on:
                row[part] = self._slip(row[part])
        if "maiden" in on:
            row["last_name"] = self._name(LAST)
        for what, write in (
            ("no marks", _plain),
            ("digraphs", _digraphs),
            ("russian", self._russian),
            ("capitals", str.upper),
        ):
            if what in on:
                row |= {part: write(row[part]) for part in ("first_name", "last_name", "father_name")}
        if "exchanged" in on:
            row["first_name"], row["last_name"] = row["last_name"], row["first_name"]
        for what, part, empty in (
            ("no last", "last_name", ""),
            ("no father", "father_name", ""),
            ("no year", "birth_year", None),
            ("no phone", "phone", ""),
            ("no place", "settlement_id", None),
        ):
            if what in on:
                row[part] = empty
        if "wrong year" in on and row["birth_year"]:
            row["birth_year"] += self.rng.choice((-10, -1, 1, 10))
        if row["phone"]:
            row["phone"] = (
                self._phone()
                if "new phone" in on
                else self._digit(row["phone"])
                if "phone slip" in on
                else row["phone"]
            )
            row["phone"] = self.rng.choice(
                (row["phone"], "+994" + row["phone"][1:], f"({row['phone'][:3]}) {row['phone'][3:]}")
            )
        if "other place" in on:
            row["settlement_id"] = self.rng.choice(self.places)
        if row["father_name"] and self._one_in(40) and "russian" not in on:
            row["father_name"] += " qızı"
        return row

    def _slip(self, name: str) -> str:
        at = self.rng.randrange(1, len(name))
        letter = self.rng.choice("aeiınrlmstdəü")
        return self.rng.choice(
            (name[:at] + name[at + 1 :], name[:at] + letter + name[at:], name[:at] + letter + name[at + 1 :],
             name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :])
        )  # fmt: skip

    def _digit(self, phone: str) -> str:
        at = self.rng.randrange(3, len(phone))
        return phone[:at] + str(self.rng.randrange(10)) + phone[at + 1 :]

    def _russian(self, name: str) -> str:
        """Each clerk hears it in her own way."""
        table = RUSSIAN | {az: ru for az, ru in OTHER_SOUND.items() if self._one_in(35)}
        low, at, written = name.replace("İ", "i").replace("I", "ı").lower(), 0, ""
        while at < len(low):
            long = next((n for n in (3, 2, 1) if low[at : at + n] in table), 0)
            written += table[low[at : at + long]] if long else low[at]
            at += long or 1
        return written.capitalize()


def _plain(name: str) -> str:
    return name.translate(FEWER_MARKS)


def _digraphs(name: str) -> str:
    return _plain(
        name.replace("ş", "sh")
        .replace("Ş", "Sh")
        .replace("ç", "ch")
        .replace("Ç", "Ch")
        .replace("ğ", "gh")
        .replace("ə", "a")
        .replace("Ə", "A")
    )
