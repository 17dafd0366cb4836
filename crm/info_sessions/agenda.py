"""Ready topics for the half hour with an owner: how long each takes, and what to say. The facts of the law stand in
one place, so that everybody tells an owner the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from crm.i18n import _, _l
from crm.info_sessions.enums import Topic

#: An owner who cannot leave the shop has this many minutes.
SHORT, LONG = 30, 45


@dataclass(frozen=True)
class Item:
    minutes: int
    points: tuple[Any, ...]


READY: dict[Topic, Item] = {
    Topic.CENTRE: Item(
        5,
        (
            _l("The centre helps women to work and to earn. For the owner it is free."),
            _l("We look for people together with you; you alone decide whom you take."),
        ),
    ),
    Topic.WOMEN: Item(
        10,
        (
            _l("Lay the page “Women near you” on the table: how many, what they can do, which hours."),
            _l("Ask: which work is left undone, and who did it best so far?"),
        ),
    ),
    Topic.HOURS: Item(
        5,
        (
            _l("Which hours are busiest? A part of the day may be enough."),
            _l("School and kindergarten hours, and the bus: what can be moved by half an hour?"),
        ),
    ),
    Topic.LAW: Item(
        10,
        (
            _l("Since 12 August 2024 a work contract is electronic, signed by both with ASAN or SIMA."),
            _l("Since November 2022 women may do nearly every job. Limits are left for pregnant women and mothers of a baby under one."),
            _l("In an announcement write about the work, not about sex or age."),
            _l("The State Employment Agency has support that changes from year to year: we find out what is open now."),
        ),
    ),
    Topic.TRIAL: Item(
        5,
        (
            _l("A few days to see the work and each other; say the pay for these days beforehand."),
            _l("We call both after the first day and after the first week."),
        ),
    ),
    Topic.INTRODUCTION: Item(
        5,
        (
            _l("You see her skills first, without a name. When she agrees, you learn who she is."),
            _l("A meeting in your office; we come along when you want. Then both tell us yes or no."),
        ),
    ),
    Topic.LOANS: Item(
        10,
        (
            _l("Which loans are there without a guarantor or a pledge, and which papers does a woman need?"),
            _l("We help her to write the business plan and come along to the bank."),
        ),
    ),
    Topic.TOGETHER: Item(
        10,
        (
            _l("Who comes to you whom we could help, and the other way round? One person to call on each side."),
            _l("A day for women held together: who brings the room, who brings the people?"),
        ),
    ),
    Topic.PROMISES: Item(
        5,
        (
            _l("What do you promise, what do we, and by which day? Write it down in front of everybody."),
            _l("Agree on the next call before you leave."),
        ),
    ),
}  # fmt: skip
#: What a first visit is usually about: forty minutes.
USUAL = (Topic.CENTRE, Topic.WOMEN, Topic.HOURS, Topic.LAW, Topic.INTRODUCTION, Topic.PROMISES)
#: The same for a bank and for a public body or an organisation: thirty minutes.
WITH_A_BANK = (Topic.CENTRE, Topic.WOMEN, Topic.LOANS, Topic.PROMISES)
WITH_A_PUBLIC_BODY = (Topic.CENTRE, Topic.WOMEN, Topic.TOGETHER, Topic.PROMISES)


def chosen(codes: Iterable[str]) -> list[tuple[Topic, Item]]:
    """The topics in the order in which they are best told."""
    wanted = set(codes)
    return [(topic, item) for topic, item in READY.items() if topic.value in wanted]


def minutes_of(codes: Iterable[str]) -> int:
    return sum(item.minutes for _topic, item in chosen(codes))


def hint_about(codes: Iterable[str], minutes: int) -> str:
    """What to think of when the topics or the visit take another time than owners usually have; empty when all is well."""
    told = minutes_of(codes)
    if told > minutes:
        return str(_("The topics take %(told)s minutes, and the visit has %(minutes)s.", told=told, minutes=minutes))
    if minutes > LONG or minutes < SHORT:
        words = _(
            "Owners usually have %(short)s to %(long)s minutes; this visit has %(minutes)s.",
            short=SHORT,
            long=LONG,
            minutes=minutes,
        )
        return str(words)
    if 0 < told < SHORT:
        return str(_("The topics take only %(told)s minutes: there is room for one more.", told=told))
    return ""
