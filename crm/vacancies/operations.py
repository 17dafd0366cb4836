"""What can be done with a vacancy: draft it from a text, correct it, move it through its states."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from crm.accounts.models import User
from crm.audit.enums import Action
from crm.audit.operations import record, record_changes
from crm.db import now
from crm.extensions import db
from crm.forms import today
from crm.info_sessions.models import InfoSession
from crm.partners.enums import Stage
from crm.partners.models import Partner
from crm.partners.operations import advance
from crm.skills.phrases import note_unknown
from crm.skills.queries import codes_to_ids
from crm.skills.resolve import Vocabulary
from crm.vacancies import reading, wording
from crm.vacancies.enums import Importance, VacancyState
from crm.vacancies.models import Vacancy, VacancyNeed
from crm.wording.check import check
from crm.wording.mending import corrected

MOVES: Mapping[VacancyState, frozenset[VacancyState]] = {
    VacancyState.DRAFT: frozenset({VacancyState.WAITING, VacancyState.OPEN, VacancyState.CLOSED}),
    VacancyState.WAITING: frozenset({VacancyState.OPEN, VacancyState.DRAFT, VacancyState.CLOSED}),
    VacancyState.OPEN: frozenset({VacancyState.FILLED, VacancyState.CLOSED}),
    VacancyState.FILLED: frozenset({VacancyState.OPEN}),
    VacancyState.CLOSED: frozenset({VacancyState.OPEN}),
}


class NotNow(Exception):
    """The vacancy's state does not allow this move."""


def draft_vacancy(
    *,
    partner: Partner,
    text: str,
    title: str = "",
    settlement_id: int | None = None,
    info_session: InfoSession | None = None,
    posted_by: User | None = None,
    state: VacancyState = VacancyState.DRAFT,
    **values: Any,
) -> Vacancy:
    """A vacancy from what the owner said. What is not given is read from the text: title, hours, pay, needs ..."""
    read = reading.read(text)
    given = {name: value for name, value in values.items() if value is not None}
    vacancy = Vacancy(
        centre_id=partner.centre_id,
        partner=partner,
        text=text,
        first_text=text,
        title=title or reading.title_of(text, read),
        settlement_id=settlement_id or partner.settlement_id,
        info_session=info_session,
        posted_by=posted_by,
        state=state,
        **{**reading.values_of(read), **given},
    )
    if vacancy.pay_min is not None and vacancy.pay_max is not None and vacancy.pay_min > vacancy.pay_max:
        # One of the two was given and the other one read: the person's word stands alone.
        vacancy.pay_min, vacancy.pay_max = given.get("pay_min"), given.get("pay_max")
    if state == VacancyState.OPEN:
        vacancy.published_on = vacancy.published_on or today()
    vacancy.needs = _needs_of(read)
    db.session.add(vacancy)
    db.session.flush()
    _note_unknown(vacancy, read.unknown)
    record(Action.CREATED, vacancy)
    return vacancy


def change_vacancy(*, vacancy: Vacancy, **values: Any) -> Vacancy:
    """Corrects the fields. A changed text is read again; needs that somebody has looked at stay, or stay away."""
    text_before = vacancy.text
    for name, value in values.items():
        setattr(vacancy, name, value)
    if vacancy.text != text_before:
        vacancy.wording_reason = ""
        read_again(vacancy=vacancy, text_before=text_before)
    vacancy.updated_at = now()
    record_changes(vacancy)
    db.session.flush()
    return vacancy


def use_fair_text(*, vacancy: Vacancy, text: str) -> None:
    """A text that shuts nobody out; a title that does is mended, or read from the new text."""
    title = vacancy.title
    if check(title):
        title = corrected(title) or reading.title_of(text, reading.read(text))
    change_vacancy(vacancy=vacancy, text=text, title=title)


def read_again(*, vacancy: Vacancy, text_before: str) -> None:
    """Proposes the needs anew from the text, beside those that a person confirmed.

    What the text said before and the vacancy does not ask for was taken away by a person: it is not proposed again."""
    held = {need.concept_id for need in vacancy.needs}
    taken_away = {need.concept_id for need in _needs_of(reading.read(text_before))} - held
    kept = [need for need in vacancy.needs if need.confirmed]
    known = {need.concept_id for need in kept} | taken_away
    vacancy.needs = kept
    db.session.flush()
    read = reading.read(vacancy.text)
    vacancy.needs = kept + [need for need in _needs_of(read) if need.concept_id not in known]
    _note_unknown(vacancy, read.unknown)


def understand_again(*, vacancy: Vacancy, words_before: Vocabulary | None) -> bool:
    """After the vocabulary changed: adds what is understood only now, takes out what is no longer. True when it did.

    Confirmed needs and those a person took away stay so; beside confirmed ones a new one is welcome, not a must."""
    before, after = reading.read(vacancy.text, words_before), reading.read(vacancy.text)
    was, said = {need.concept_id for need in _needs_of(before)}, _needs_of(after)
    held = {need.concept_id for need in vacancy.needs}
    new = [need for need in said if need.concept_id not in was | held]
    now_said = {need.concept_id for need in said}
    gone = [need for need in vacancy.needs if not need.confirmed and need.concept_id in was - now_said]
    if any(need.confirmed for need in vacancy.needs):
        for need in new:
            need.importance = Importance.DESIRED
    for need in gone:
        vacancy.needs.remove(need)
    vacancy.needs += new
    _note_unknown(vacancy, [phrase for phrase in after.unknown if phrase not in before.unknown])
    return bool(new or gone)


def say_meant(*, vacancy: Vacancy, answers: Mapping[str, Collection[str]]) -> None:
    """What was read -> what is meant by it, by code, as a person says: a confirmed need of the same importance."""
    ids = codes_to_ids()
    meant = {ids[read]: {ids[code] for code in codes if code in ids} for read, codes in answers.items() if read in ids}
    held = {need.concept_id: need for need in vacancy.needs}
    for read_id, chosen in meant.items():
        need = held.get(read_id)
        if need is None or not chosen:
            continue
        need.confirmed = True
        for concept_id in chosen - held.keys():
            more = VacancyNeed(concept_id=concept_id, importance=need.importance, words=need.words, confirmed=True)
            held[concept_id] = more
            vacancy.needs.append(more)
        if read_id not in chosen:
            # A trade brings its skill from the same words: that was not meant either.
            same = [one for one in vacancy.needs if one.words == need.words and not one.confirmed]
            for wrong in (need, *(one for one in same if one.concept_id not in chosen)):
                vacancy.needs.remove(wrong)
    db.session.flush()


def _note_unknown(vacancy: Vacancy, phrases: Sequence[str]) -> None:
    note_unknown(phrases, vacancy_id=vacancy.id)


def set_needs(*, vacancy: Vacancy, needs: Sequence[tuple[int, Importance]]) -> None:
    """The needs as a person sees them: exactly these, confirmed. The words they came from stay with them."""
    before = {need.concept_id: need for need in vacancy.needs}
    wanted = dict(needs)
    added = {str(concept_id): str(importance) for concept_id, importance in wanted.items() if concept_id not in before}
    for concept_id, need in before.items():
        if concept_id not in wanted:
            vacancy.needs.remove(need)
        else:
            need.importance, need.confirmed = wanted[concept_id], True
    vacancy.needs += [
        VacancyNeed(concept_id=concept_id, importance=importance, confirmed=True)
        for concept_id, importance in wanted.items()
        if concept_id not in before
    ]
    vacancy.updated_at = now()
    db.session.flush()
    record(Action.CHANGED, vacancy, needs_added=added, needs_removed=sorted(before.keys() - wanted.keys()))


def submit(*, vacancy: Vacancy, by: User) -> None:
    """A partner hands its opening in; the centre looks at it before anybody else does."""
    _move(vacancy, VacancyState.WAITING, posted_by_id=vacancy.posted_by_id or by.id)


def publish(*, vacancy: Vacancy, by: User) -> None:
    """Opens it, also one that waited for approval or was over; the partner is hiring from now on.

    Raises WordingFirst while its text shuts people out and nobody said why that stays."""
    if VacancyState.OPEN in MOVES[vacancy.state]:
        wording.need_fair(vacancy)
        wording.note_corrected(vacancy)
    _move(vacancy, VacancyState.OPEN, approved_by_id=by.id, published_on=today(), closed_on=None)
    advance(partner=vacancy.partner, stage=Stage.HIRING)


def send_back(*, vacancy: Vacancy, reason: str) -> None:
    """Back to the partner who posted it, with what should be changed."""
    _move(vacancy, VacancyState.DRAFT, state_reason=reason)


def close(*, vacancy: Vacancy, filled: bool, reason: str = "") -> None:
    state = VacancyState.FILLED if filled else VacancyState.CLOSED
    _move(vacancy, state, closed_on=today(), state_reason=reason)


def confirm_open(*, vacancy: Vacancy) -> None:
    """The owner was asked and still looks for somebody. Raises NotNow where it is not open."""
    if vacancy.state != VacancyState.OPEN:
        raise NotNow
    vacancy.updated_at = now()
    record(Action.CHANGED, vacancy, still_open=True)
    db.session.flush()


def reopen(*, vacancy: Vacancy, by: User) -> None:
    """Looks for women again; the same as publishing it anew."""
    publish(vacancy=vacancy, by=by)


def _move(vacancy: Vacancy, state: VacancyState, **fields: Any) -> None:
    """Raises NotNow before anything is changed."""
    if state not in MOVES[vacancy.state]:
        raise NotNow
    vacancy.state, vacancy.state_reason = state, ""
    for name, value in fields.items():
        setattr(vacancy, name, value)
    record_changes(vacancy)
    db.session.flush()


def _needs_of(read: reading.Reading) -> list[VacancyNeed]:
    ids = codes_to_ids()
    both = [(found, Importance.REQUIRED) for found in read.required] + [(f, Importance.DESIRED) for f in read.desired]
    needs: dict[int, VacancyNeed] = {}
    for found, importance in both:
        concept_id = ids.get(found.concept)
        if concept_id is not None and concept_id not in needs:
            needs[concept_id] = VacancyNeed(
                concept_id=concept_id, importance=importance, words=found.matched[:200], level=found.level
            )
    return list(needs.values())
