"""Two records of one woman become one and can be two again, row by row as they were."""

from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from crm.db import now
from crm.extensions import db
from crm.members import duplicates, merging
from crm.members.consents import give_consent, write_special_note
from crm.members.enums import Category, ConsentManner, Purpose, ServiceKind
from crm.members.journal import CannotUndo
from crm.members.models import Member, MemberConcept, Service, SpecialNote
from crm.referrals.enums import ReferralState
from crm.referrals.models import Referral, ReferralStep
from tests import factories
from tests.factories import save

#: What is no part of a woman's record: who did what, and the journal itself.
BESIDE = {"audit_entries", "merges", "member_keys", "likely_pairs", "submissions"}


def everything() -> dict[str, Any]:
    db.session.flush()
    found = {}
    for name, table in db.metadata.tables.items():
        if name not in BESIDE and name.split("_")[0] not in {"concept", "esco", "settlements", "concepts"}:
            rows = db.session.execute(select(table)).mappings().all()
            found[name] = sorted(
                (tuple((k, v) for k, v in row.items() if k not in {"version", "updated_at"}) for row in rows), key=repr
            )
    return found


NUMBERS = (str(number) for number in count(1))
PARTS = ("service", "concept", "referral", "twin referral", "special", "login", "both logins", "event", "consent")


def hang(part: str, old: Member, new: Member) -> None:
    match part:
        case "service":
            save(Service(member=old, kind=next(iter(ServiceKind)), given_on=date(2026, 2, 1)))
        case "concept":
            for one in (old, new):
                save(MemberConcept(member=one, concept=factories.concept("sewing"), words=one.first_name))
        case "referral":
            save(Referral(centre_id=old.centre_id, member=old, vacancy=factories.vacancy()))
        case "twin referral":
            vacancy = factories.vacancy()
            for one in (old, new):
                step = save(Referral(centre_id=old.centre_id, member=one, vacancy=vacancy))
                save(ReferralStep(referral=step, state=ReferralState.SUGGESTED))
        case "special":
            for one in (old, new):
                give_consent(member=one, purpose=Purpose.SPECIAL_CATEGORIES, manner=ConsentManner.PAPER)
                write_special_note(member=one, category=Category.HEALTH, text=f"note of {one.id}")
        case "login":
            factories.member_user(old)
        case "both logins":
            factories.member_user(new)
        case "consent":
            give_consent(member=old, purpose=Purpose.SHARING, partner=factories.partner(), manner=ConsentManner.PAPER)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(parts=st.sets(st.sampled_from(PARTS)), phone=st.booleans(), name=st.booleans())
def test_merged_and_undone_every_row_is_as_it_was(app: Flask, parts: set[str], phone: bool, name: bool) -> None:
    old = factories.member("Günel", "Əliyeva", phone="050 111 22 33", reference=next(NUMBERS))
    new = factories.member("Гюнель", "Алиева", phone="050 111 22 33")
    for part in sorted(parts):
        hang(part, old, new)
    before = everything()
    chosen = {"phone": "055 000 00 00"} if phone else {}
    merged = merging.merge(
        one=old, other=new, chosen=chosen | ({"first_name": "Günel", "reference": old.reference} if name else {})
    )
    assert merging.where_now(merged.gone_id) == merged.member_id
    assert everything() != before
    merging.undo(merge=merged)
    assert everything() == before
    assert merging.where_now(merged.gone_id) is None


def test_what_belongs_to_both_stands_with_the_one(app: Flask) -> None:
    old, new = factories.member("Günel", phone="050 111 22 33"), factories.member("Günel", phone="050 111 22 33")
    for part in ("service", "twin referral", "special", "login"):
        hang(part, old, new)
    gone = old.id
    stays = merging.merge(one=old, other=new, chosen={}).member_id
    assert db.session.get(Member, gone) is None
    assert db.session.scalars(select(Service.member_id)).all() == [stays]
    [referral] = db.session.scalars(select(Referral).where(Referral.member_id == stays))
    assert len(referral.steps) == 2
    [note] = db.session.scalars(select(SpecialNote).where(SpecialNote.member_id == stays))
    assert f"note of {gone}" in note.text and f"note of {stays}" in note.text


def test_what_was_changed_since_is_not_lost_by_undoing(app: Flask) -> None:
    old, new = factories.member("Günel", phone="050 111 22 33"), factories.member("Günel")
    merged = merging.merge(one=old, other=new, chosen={"phone": "050 111 22 33"})
    db.session.get_one(Member, merged.member_id).phone = "070 999 88 77"
    with pytest.raises(CannotUndo):
        merging.undo(merge=merged)


def test_after_thirty_days_it_stays_as_it_is(app: Flask) -> None:
    merged = merging.merge(one=factories.member(), other=factories.member(), chosen={})
    merged.merged_at = now() - timedelta(days=31)
    with pytest.raises(CannotUndo):
        merging.undo(merge=merged)


def test_women_of_two_centres_are_never_merged(app: Flask) -> None:
    with pytest.raises(merging.CannotMerge):
        merging.merge(one=factories.member(), other=factories.member(centre=factories.centre("Neftchala")), chosen={})


@pytest.mark.parametrize(
    ("known", "said", "same"),
    [
        (("Günel", "Əliyeva", "0501112233"), ("Гюнель", "Алиева", "+994 50 111 22 33"), True),
        (("Günel", "Əliyeva", "0501112233"), ("Günel", "Həsənova", "0501112233"), True),  # she married
        (("Günel", "Əliyeva", "0501112233"), ("Sevda", "Əliyeva", "0501112233"), False),  # her sister
        (("Nigar", "Əliyeva", "0501112233"), ("Nigarə", "Əliyeva", "0501112233"), False),  # her sister too
        (("Günel", "Əliyeva", "0501112233"), ("Günel", "Əliyeva", "0509998877"), False),  # a name many bear
    ],
)
def test_who_is_taken_for_whom(app: Flask, known: tuple[str, str, str], said: tuple[str, str, str], same: bool) -> None:
    one = factories.member(known[0], known[1], phone=known[2])
    values = dict(zip(("first_name", "last_name", "phone"), said, strict=True))
    found = [other.member_id for other in duplicates.find(centre_id=one.centre_id, values=values)]
    assert found == ([one.id] if same else [])
