"""Working time of a vacancy read from its text in az, ru or en: the kind of hours, hours a week, nights, weekends."""

import re
from dataclasses import dataclass

from crm.vacancies.noted import PHONE, Noted, PlainText

# A day of nine hours and more holds an hour's break (Labour Code: forty hours a week, eight a day).
BREAK_FROM = 9
NIGHT_FROM, NIGHT_TO = 22, 6
LONGEST_PART_DAY, LAST_MORNING_HOUR = 6, 14
# Every second day, two on two off: three and a half days a week. Twenty-four hours in four days: 42 hours.
ROTATING_DAYS = 3.5
ROUND_THE_CLOCK_WEEK = 42


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """What the text says about time; None where it says nothing."""

    hours: Noted[str] | None
    weekly: Noted[int] | None
    night: Noted[bool] | None
    weekend: Noted[bool] | None


@dataclass(frozen=True, slots=True)
class Span:
    """From hour to hour of one working day; `end` beyond 24 reaches into the next day."""

    start: float
    end: float
    words: str

    @property
    def length(self) -> float:
        return self.end - self.start

    @property
    def worked(self) -> float:
        return self.length - 1 if self.length >= BREAK_FROM and self.length < 12 else self.length


def working_time(text: PlainText, home: Noted[bool] | None) -> WorkingTime:
    """Read kind of hours, hours a week, night and weekend work. `home` is what was read about working from home."""
    span = _span(text)
    night = _night(text, span)
    return WorkingTime(_kind(text, span, night, home), _weekly(text, span), night, _weekend(text))


def _kind(text: PlainText, span: Span | None, night: Noted[bool] | None, home: Noted[bool] | None) -> Noted[str] | None:
    """The surest sign first: where and in which season, then rosters, then the length of the day."""
    if home and not _ALSO_HOME.search(text.plain):
        return Noted("home", home.words)
    said = text.noted(_SEASONAL, "seasonal") or text.without(_SHORT_SATURDAY).noted(_PART, "part")
    if said:
        return said
    rota = text.without(_NO_NIGHT).noted(_ROTATION, "shift_day")
    if night and night.value and (rota or not span or span.length >= 12):
        return Noted("shift_night", night.words)
    if span and span.end <= LAST_MORNING_HOUR + 0.5 and span.start < 10:
        return Noted("morning", span.words)
    if span and span.length <= LONGEST_PART_DAY:
        return Noted("part", span.words)
    morning = text.noted(_MORNING, "morning")
    if morning:
        return morning
    # A shift with one fixed eight-hour day is a plain full day.
    if rota and not (span and span.length <= 8 and not _ROTATES.search(text.plain)):
        return rota
    daily = _daily_hours(text)
    if daily and daily.value <= LONGEST_PART_DAY:
        return Noted("part", daily.words)
    flexible = text.noted(_FLEXIBLE, "flex")
    if flexible:
        return flexible
    if span:
        return Noted("full", span.words)
    return text.noted(_FULL, "full") or (Noted("full", daily.words) if daily else None)


def _weekly(text: PlainText, span: Span | None) -> Noted[int] | None:
    """Hours a week, only when the text gives both the day's length and the days, or the week itself."""
    hit = text.search(_WEEK_HOURS)
    if hit:
        return Noted(int(next(filter(None, hit.groups()))), text.words(hit))
    clock = text.noted(_ROUND_THE_CLOCK, ROUND_THE_CLOCK_WEEK)
    if clock:
        return clock
    days = _days(text)
    daily = _daily_hours(text)
    worked = daily.value if daily else span.worked if span else None
    if days is None or worked is None:
        return None
    said = daily.words if daily else span.words if span else ""
    return Noted(round(worked * days.value), f"{said}, {days.words}")


def _days(text: PlainText) -> Noted[float] | None:
    off = text.search(_DAYS_OFF)
    if off:
        return Noted(7.0 - (2 if set(off.groups()) & _TWO else 1), text.words(off))
    hit = text.search(_DAYS)
    if hit:
        said = next(filter(None, hit.groups()))
        return Noted(float(said) if said.isdecimal() else _DAY_WORDS[said], text.words(hit))
    return text.noted(_EVERY_OTHER_DAY, ROTATING_DAYS)


def _daily_hours(text: PlainText) -> Noted[int] | None:
    hit = text.search(_DAY_HOURS)
    return Noted(int(next(filter(None, hit.groups()))), text.words(hit)) if hit else None


def _night(text: PlainText, span: Span | None) -> Noted[bool] | None:
    denied = text.noted(_NO_NIGHT, False)
    if denied:
        return denied
    said = text.noted(_NIGHT, True) or text.noted(_ROUND_THE_CLOCK, True)
    if said:
        return said
    if span:
        return Noted(span.end > NIGHT_FROM or span.start < NIGHT_TO - 1, span.words)
    return text.noted(_DAY_ONLY, False)


def _weekend(text: PlainText) -> Noted[bool] | None:
    free = text.noted(_NO_WEEKEND, False)
    if free:
        return free
    said = text.noted(_WEEKEND, True) or text.noted(_EVERY_OTHER_DAY, True) or text.noted(_ROUND_THE_CLOCK, True)
    if said:
        return said
    days = _days(text)
    return Noted(days.value > 5, days.words) if days else None


def _span(text: PlainText) -> Span | None:
    """The first span of hours that is not an age, a sum or a roster."""
    for hit in _SPAN.finditer(text.without(PHONE).plain):
        after, before = text.plain[hit.end() : hit.end() + 12], text.plain[max(0, hit.start() - 14) : hit.start()]
        if _NOT_HOURS_AFTER.match(after) or _NOT_HOURS_BEFORE.search(before):
            continue
        start = int(hit["h1"]) + int(hit["m1"] or 0) / 60
        end = int(hit["h2"]) + int(hit["m2"] or 0) / 60
        if max(start, end) > 24:
            continue
        if end <= start:
            # "9-6" is nine to eighteen; with minutes people write the full clock, and it ends next day.
            end += 12 if start < 12 and end <= 11 else 24
        if 2 <= end - start <= 16:
            return Span(start, end, text.words(hit))
    return None


_CLOCK = r"(?P<h{0}>\d{{1,2}})(?:[:.](?P<m{0}>[0-5]\d))?"
_SPAN = re.compile(
    r"(?<![\d.,:/-])(?<!\d )\b(?:(?:saat|seher|с|со|от|from)\s+){0,3}" + _CLOCK.format(1)
    + r"(?:\s*-?\s*(?:den|dan|ten|tan)\b\s*-?\s*|\s*(?:-|до|to)\s*)(?:(?:saat|gunorta|axsam|gece|seher)\s+){0,2}"
    + _CLOCK.format(2) + r"(?:\s*-?(?:dek|dak|ne|na|ye|ya|e|a)?\b)(?![\d:/])"
)  # fmt: skip
_NOT_HOURS_AFTER = re.compile(
    r"\s*-?\s*(?:yas|лет|year|azn|manat|ман|₼|nefer|isci|gun\b|il\b|kg|kq|%|человек|people|дн|days)"
)
_NOT_HOURS_BEFORE = re.compile(
    r"(?:yas\w*|возраст\w*|age[ds]?|maas\w*|haqqi|odenis\w*|зарплат\w*|salary|tel\.?|tecrube\w*|\+)\s*:?\s*$"
)
_SEASONAL = re.compile(
    r"movsum\w*|sezon\w*|сезон\w*|season\w*"
    r"|\b(?:yanvar|fevral|mart|aprel|may|iyun|iyul|avqust|sentyabr|oktyabr|noyabr|dekabr)(?:dan|den|in|un|a|e|da)?\b\s*(?:-\s*\w+|kimi|qeder|ayi\w*|basla\w*)?"
    r"|\b(?:с|на)\s+(?:май|июн|июл|август|сентябр|октябр|лет)\w*|\b(?:june|july|august|september|october)\b|yay aylari\w*"
)
_PART = re.compile(
    r"yarim\s*-?\s*(?:gun|stat|is gunu)\w*|yarimstat|natamam|gunun (?:ikinci )?yaris\w*|0[.,]5 stat|toy gun\w*|meclis gun\w*|yarim gun\w*"
    r"|неполн\w+ (?:день|рабоч\w+|занятост\w+)|пол\s?ставк\w*|подработк\w*|part[- ]?time|half[- ]?(?:day|time)"
)
_SHORT_SATURDAY = re.compile(r"\bsenbe\w*\s*(?:-|:)?\s*(?:gunu\s+)?yarim\w*|суббота\s*-?\s*(?:короткий|неполный)\w*")
_MORNING = re.compile(
    r"seher\s+(?:novbe\w*|saatlar\w*)|yalniz seher|gunun birinci yaris\w*|gunortaya\s*(?:kimi|qeder)|gunortadan evvel|утренн\w+ (?:смен\w*|час\w*)|до обеда"
    r"|первая половина дня|в первой половине|morning (?:shift|hours)|mornings"
)
_ROTATION = re.compile(
    r"novbe(?:li|lerle|ler|si|leri|lerde)?\b(?:\s+(?:ile|qrafik\w*|is\b|rejim\w*))?|\d\s+gunden\s*-?\s*bir|gunasiri|\d gun is\b|\b(?:2/2|3/3|4/4|4/2|2/1)\b|смен\w*|посменн\w*|shifts?\b|rota\b"
)
_ROTATES = re.compile(r"novbeli|novbe ile|novbelerle|gunden\s*-?\s*bir|посменн|сменн\w+ график|shifts\b|rotating|2/2")
_EVERY_OTHER_DAY = re.compile(
    r"(?:\b[12]\s+)?\bgunden\s*-?\s*bir\b|gunasiri|\b2/2\b|\b3/3\b|\b([1-4]) gun is,?\s*(?:ve\s*)?\1 gun (?:istirahet|ev)|через день|день через день|two on two off|every other day"
)
_ROUND_THE_CLOCK = re.compile(
    r"24 saat(?:dan|liq)?(?:\s*-?\s*bir)?|\bsutka\w*|\b1/[23]\b|\b24/(?:48|72)\b|сутк\w*|суточн\w*|круглосуточн\w*|24[- ]hours?\b"
)
_NIGHT = re.compile(
    r"\bgece\b(?!\s*(?:isi|novbesi|novbe)?\s*(?:yoxdur|olmur|deyil))(?:\s+novbe\w*)?|gecelik|geceler|ночн\w*|ночь\w*|по ночам|night\w*"
)
_NO_NIGHT = re.compile(r"gece\w*\s+(?:\w+\s+)?(?:yoxdur|olmur|deyil)|без ночн\w*|ночных (?:смен )?нет|no nights?")
_DAY_ONLY = re.compile(r"\bgunduz\w*|tam gun\w*|дневн\w+ смен\w*|day shifts?|seher novbe\w*")
_WEEKEND = re.compile(
    r"\bsenbe\w*|bazar gun\w*|bazar\w*\s+(?:\w+\s+)?(?:istirahet|is yoxdur)\w*|istirahet gun\w*|heftesonu|hefte sonu|toy gun\w*|bayram gun\w*|her gun\b"
    r"|выходн\w*|суббот\w*|воскресень\w*|\bпн\s*-\s*(?:сб|вс)\b|без выходных|weekends?|saturdays?|sundays?|every day|seven days|\bmon\s*-\s*(?:sat|sun)\b"
)
# Both days are free; Sunday alone leaves the Saturday to be worked.
_NO_WEEKEND = re.compile(
    r"senbe\s*(?:-|,|/|ve|,?\s*hem)?\s*(?:gun\w*\s+ve\s+)?bazar(?: gun\w*)?\s*:?\s*(?:gun\w*\s+)?(?:istirahet|is yoxdur|islemir|qeyri|bos|azad)\w*"
    r"|istirahet gun\w*\s*[:-]?\s*senbe\w*\s*(?:-|,|ve)\s*bazar\w*|heftesonu (?:is yoxdur|istirahet)\w*|hefte sonu (?:is yoxdur|istirahet)\w*"
    r"|\b(?:bes|5)\s*-?\s*gunluk|\bbesgunluk|(?<!/)\b5/2\b|bazar ertesi\w*\s*(?:-|,|ve)?\s*cume(?:y?e)?\b(?! axsami)\w*|\bhefte ici\b|ders gunleri|is gunleri"
    r"|\b(?:1|i)\s*-\s*(?:5|v)\s+gun|пятиднев\w*|по будням|в будни|будн\w+ дни|\bпн\s*-\s*пт\b|с понедельника по пятницу"
    r"|(?:суббота и воскресенье|сб\s*(?:-|,|и)\s*вс)\s*-?\s*выходн\w*|выходн\w+\s*[:-]?\s*(?:суббота\s*(?:и|,)?\s*воскресенье|сб\s*(?:-|,|и)\s*вс)|выходные свободн\w*"
    r"|weekdays|mon(?:day)?\s*(?:to|-)\s*fri(?:day)?\b|weekends? (?:off|free)|no weekends?"
)
_DAY_WORDS = {
    "bes": 5.0,
    "alti": 6.0,
    "yeddi": 7.0,
    "пять": 5.0,
    "шесть": 6.0,
    "семь": 7.0,
    "five": 5.0,
    "six": 6.0,
    "seven": 7.0,
}
# "Həftədə 1 gün istirahət" says how many days are free, not how many are worked.
_DAYS_OFF = re.compile(
    r"heftede\s+(bir|iki|[12])\s+gun\w*\s+istirahet\w*|\b(один|два|[12])\s+выходн\w+(?:\s+(?:день|дня))?(?:\s+в\s+неделю)?|\b(one|two|[12])\s+days?\s+off\b"
)
_TWO = {"2", "iki", "два", "two"}
_DAYS = re.compile(
    rf"(?:heftede|heftenin|в неделю)\s+([1-7]|{'|'.join(_DAY_WORDS)})\s+(?:gun|дн)\w*|\b([5-7])\s*(?:is\s+)?gun\b(?!den)|\b(bes|alti)\s*-?\s*gunluk"
    rf"|\b([1-7]|пять|шесть|семь)\s+дн\w+ в неделю|\b([1-7]|five|six|seven)\s+days?\b|\b([56])/[12]\b"
)
_DAY_HOURS = re.compile(
    r"gunde\s+(\d{1,2})\s+saat|(?:axsam|seher)\w*\s+(\d)\s+saat\b|\b(\d{1,2})\s+saat\s+is\b|по\s+(\d{1,2})\s+час\w*|(\d{1,2})\s+час\w*\s+в день|(\d{1,2})\s+hours?\s+(?:a|per) day"
)
_WEEK_HOURS = re.compile(r"heftede\s+(\d{2})\s+saat|(\d{2})\s+час\w*\s+в неделю|(\d{2})\s+hours?\s+(?:a|per) week")
_FLEXIBLE = re.compile(
    r"cevik\w*|serbest (?:qrafik|saat|is)\w*|ise gore (?:odenis|muzd)\w*|\b[4-7]0/[3-6]0\b|faizle|sifaris(?:e|ler\w*) gore|qrafik serbest\w*"
    r"|гибк\w*|свободн\w+ график\w*|сдельн\w*|процент\w*|flexible|piece[- ]?rate|per piece|own hours"
)
_ALSO_HOME = re.compile(r"\bevde de\b|\bevden de\b|можно и (?:на дому|из дома)|also (?:from|at) home|or from home")
_FULL = re.compile(
    r"tam (?:gun|is gunu|stat|ish)\w*|butun gun|полн\w+ (?:рабоч\w+ )?(?:день|занятост\w+|ставк\w+)|full[- ]?(?:time|day)|\b[56]\s*(?:is\s+)?gun\b|bes gunluk|\b5/2\b"
)
