"""What must never count: the ranking stays as it is when a woman's age, family or looks change."""

from typing import Any

from flask import Flask
from sqlalchemy import select

from crm.extensions import db
from crm.matching.alike import women_like
from crm.matching.ranking import ranking
from crm.matching.suggest import vacancies_for
from crm.members.enums import Category, Seeking
from crm.members.models import Member, SpecialNote
from crm.offers.enums import OfferKind
from crm.offers.models import Offer
from crm.offers.suggest import offers_for, women_for
from crm.vacancies.models import Vacancy
from tests import factories
from tests.matching.test_pages import seamstress, sewing_vacancy

#: Columns that may change a score: what she does, wishes and can reach, and what decides whether she may be suggested.
READ = {"availability", "centre_id", "id", "max_distance_km", "min_pay", "night_ok", "seeking", "settlement_id",
        "transport", "weekend_ok"}  # fmt: skip


def orders(vacancy: Vacancy, offer: Offer, her: Member) -> list[Any]:
    """Every ranking there is, read from the database anew."""
    db.session.expire_all()
    return [
        ranking(vacancy),
        [one.assessment for one in vacancies_for(her)],
        [(one.member.id, one.percent, one.shared, one.different) for one in women_like(her)],
        [(one.member.id, one.found) for one in women_for(offer)],
        [(one.offer.id, one.found) for one in offers_for(her)],
    ]


def stored(women: list[Member]) -> list[tuple[Any, ...]]:
    """What stands in the database, not in memory."""
    columns = (Member.birth_year, Member.needs_childcare, Member.father_name, Member.contact_note)
    ids = [member.id for member in women]
    rows = db.session.execute(select(*columns).where(Member.id.in_(ids)).order_by(Member.id)).all()
    notes = db.session.execute(select(SpecialNote.member_id, SpecialNote.category).order_by(SpecialNote.id)).all()
    return [*map(tuple, rows), *map(tuple, notes)]


def test_age_family_and_looks_change_no_score_and_no_place(app: Flask) -> None:
    vacancy = sewing_vacancy()
    women = [
        seamstress(f"Qadın{number}", min_pay=300 + number, birth_year=1970 + number, seeking=Seeking.BOTH)
        for number in range(6)
    ]
    offer = factories.save(
        Offer(centre=vacancy.centre, partner=vacancy.partner, kind=OfferKind.EQUIPMENT, title="Tikiş maşını")
    )
    db.session.commit()
    before, was = orders(vacancy, offer, women[0]), stored(women)
    assert all(before)
    for number, member in enumerate(women):
        member.birth_year = 2006 - 5 * number
        member.needs_childcare = number % 2 == 0
        member.father_name, member.contact_note = "Məmməd", "Dul, üç uşağı var, gözəl görünüşlüdür, Gürcüstandandır"
        for category in Category:
            factories.save(SpecialNote(member_id=member.id, category=category, text="3 uşaq, boşanıb"))
    db.session.commit()
    now = stored(women)
    assert all(old != new for old, new in zip(was, now, strict=False))
    assert len(now) == len(was) + len(women) * len(Category)
    assert orders(vacancy, offer, women[0]) == before


def test_no_column_of_a_woman_but_those_named_here_changes_the_ranking(app: Flask) -> None:
    from crm.matching.queries import HER_COLUMNS

    hers = {column.key for column in HER_COLUMNS if column.class_ is Member}
    assert hers <= READ
