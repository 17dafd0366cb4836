"""Reading the words that were not understood. They are the same for every centre; the texts around them are not."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, false, func, or_, select
from sqlalchemy.orm import joinedload

from crm.access import Permission, allowed, own_centre
from crm.accounts.models import User
from crm.members.models import Member
from crm.members.understanding import TEXTS
from crm.skills.enums import PhraseState, TextSource
from crm.skills.fold import match_key
from crm.skills.models import PhraseSighting, UnknownPhrase
from crm.vacancies.models import Vacancy

EXAMPLES = 3


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed to; empty means no limit."""

    search: str = ""
    state: PhraseState = PhraseState.WAITING
    source: TextSource | None = None


def visible_to(user: User) -> Select[UnknownPhrase]:
    statement = select(UnknownPhrase)
    return statement if allowed(user, Permission.SKILLS_READ) else statement.where(false())


def listing(user: User, asked: Filters) -> Select[UnknownPhrase]:
    """The most frequent first."""
    statement = visible_to(user).options(joinedload(UnknownPhrase.concept))
    attached, aside = UnknownPhrase.concept_id.is_not(None), UnknownPhrase.dismissed
    if asked.state == PhraseState.ATTACHED:
        statement = statement.where(attached)
    else:
        statement = statement.where(~attached, aside if asked.state == PhraseState.ASIDE else ~aside)
    key = match_key(asked.search)
    if key:
        statement = statement.where(UnknownPhrase.match_key.contains(key, autoescape=True))
    if asked.source:
        column = PhraseSighting.member_id if asked.source == TextSource.WOMEN else PhraseSighting.vacancy_id
        seen = select(PhraseSighting.id).where(PhraseSighting.phrase_id == UnknownPhrase.id, column.is_not(None))
        statement = statement.where(seen.exists())
    return statement.order_by(UnknownPhrase.times.desc(), UnknownPhrase.id)


def waiting(user: User) -> Select[UnknownPhrase]:
    """Words nobody attached or dismissed yet."""
    return listing(user, Filters())


def decided(user: User) -> Select[UnknownPhrase]:
    """Words that were attached or put aside."""
    return visible_to(user).where(or_(UnknownPhrase.concept_id.is_not(None), UnknownPhrase.dismissed))


def how_many_waiting(user: User) -> Select[int]:
    return select(func.count()).select_from(waiting(user).order_by(None).subquery())


def sources(phrase_ids: Collection[int]) -> Select[int, int, int]:
    """(phrase, how many women said it, in how many vacancies it stands), over all centres."""
    women, vacancies = func.count(PhraseSighting.member_id), func.count(PhraseSighting.vacancy_id)
    asked = select(PhraseSighting.phrase_id, women, vacancies).where(PhraseSighting.phrase_id.in_(phrase_ids))
    return asked.group_by(PhraseSighting.phrase_id)


def women_who_said(user: User, phrase_ids: Collection[int]) -> Select[*tuple[Any, ...]]:
    """(phrase, her id, her texts) of the user's own centre, a few for each phrase."""
    texts = [getattr(Member, name) for name in TEXTS]
    return _latest(user, phrase_ids, Member, PhraseSighting.member_id, texts)


def vacancies_that_say(user: User, phrase_ids: Collection[int]) -> Select[*tuple[Any, ...]]:
    """(phrase, the vacancy's id, its text) of the user's own centre, a few for each phrase."""
    return _latest(user, phrase_ids, Vacancy, PhraseSighting.vacancy_id, [Vacancy.text])


def _latest(
    user: User, phrase_ids: Collection[int], model: Any, column: Any, texts: list[Any]
) -> Select[*tuple[Any, ...]]:
    newest_first = func.row_number().over(partition_by=PhraseSighting.phrase_id, order_by=PhraseSighting.id.desc())
    asked = select(PhraseSighting.phrase_id, model.id, *texts, newest_first.label("place"))
    asked = asked.join(model, model.id == column).where(PhraseSighting.phrase_id.in_(phrase_ids))
    ranked = own_centre(asked, model.centre_id, user).subquery()
    return select(ranked).where(ranked.c.place <= EXAMPLES).order_by(ranked.c.phrase_id, ranked.c.place)
