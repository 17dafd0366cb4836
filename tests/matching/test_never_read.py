"""What must never count: the ranking stays as it is when a woman's age, family or looks change."""

from flask import Flask

from crm.extensions import db
from crm.matching.ranking import ranking
from crm.matching.suggest import vacancies_for
from crm.members.enums import Category
from crm.members.models import Member, SpecialNote
from tests import factories
from tests.matching.test_pages import seamstress, sewing_vacancy

#: Columns that may change a score: what she does, wishes and can reach, and what decides whether she may be suggested.
READ = {"availability", "centre_id", "id", "max_distance_km", "min_pay", "night_ok", "seeking", "settlement_id",
        "transport", "weekend_ok"}  # fmt: skip


def test_age_family_and_looks_change_no_score_and_no_place(app: Flask) -> None:
    vacancy = sewing_vacancy()
    women = [seamstress(f"Qadın{number}", min_pay=300 + number, birth_year=1970 + number) for number in range(6)]
    before = ranking(vacancy), [one.assessment for one in vacancies_for(women[0])]
    for number, member in enumerate(women):
        member.birth_year = 2006 - 5 * number
        member.needs_childcare = number % 2 == 0
        member.father_name, member.contact_note = "Məmməd", "Dul, üç uşağı var, gözəl görünüşlüdür, Gürcüstandandır"
        for category in Category:
            factories.save(SpecialNote(member_id=member.id, category=category, text="3 uşaq, boşanıb"))
    db.session.flush()
    db.session.expire_all()
    assert (ranking(vacancy), [one.assessment for one in vacancies_for(women[0])]) == before


def test_no_column_of_a_woman_but_those_named_here_changes_the_ranking(app: Flask) -> None:
    from crm.matching.queries import HER_COLUMNS

    hers = {column.key for column in HER_COLUMNS if column.class_ is Member}
    assert hers <= READ
