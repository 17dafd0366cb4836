"""The suggestions: women for a vacancy, vacancies for a woman, the same ranking on the command line."""

import csv
import io

from flask import Flask
from flask.testing import FlaskClient

from crm.extensions import db
from crm.matching import wording
from crm.matching.explain import HELP_CODES, REASON_CODES
from crm.matching.suggest import vacancies_for, women_for
from crm.members.enums import Availability, Seeking
from crm.vacancies.enums import Hours, VacancyState
from tests import factories
from tests.counting import queries


def sewing_vacancy(**more: object):
    more.setdefault("settlement", factories.settlement("Sabirabad"))
    return factories.vacancy(factories.partner("Ulduz"), needs=("sewing",), title="Tikişçi", **more)


def seamstress(name: str = "Aygün", **more: object):
    more.setdefault("settlement", factories.settlement("Sabirabad"))
    more.setdefault("max_distance_km", 20)
    return factories.member(name, skills=("sewing",), **more)


def test_staff_sees_who_fits_best_first_with_reasons(staff: FlaskClient) -> None:
    vacancy = sewing_vacancy(hours=Hours.FULL)
    morning_only = seamstress("Səhər", availability=Availability.MORNING)
    good = seamstress("Günel", availability=Availability.FULL)
    seamstress("Könül", centre=factories.centre("Neftçala"))
    seamstress("Zərifə", seeking=Seeking.BUSINESS)
    factories.member("Tərlan", skills=("cooking",))
    db.session.commit()
    page = staff.get(f"/vacancies/{vacancy.id}/matches").text
    assert page.index(good.name) < page.index(morning_only.name)
    assert "Könül" not in page
    assert "Zərifə" not in page
    assert "Tərlan" not in page
    assert "sewing" in page  # her own words, on tap


def test_a_woman_whose_village_is_not_on_the_map_is_suggested_all_the_same(app: Flask) -> None:
    vacancy, nowhere = sewing_vacancy(), seamstress("Naməlum", settlement=None)
    (found,) = women_for(vacancy)
    assert found.member.id == nowhere.id


def test_a_woman_too_far_away_is_not_suggested_unless_the_work_is_at_home(app: Flask) -> None:
    seamstress(settlement=factories.settlement("Bakı"))
    assert women_for(sewing_vacancy()) == []
    assert len(women_for(sewing_vacancy(home_based=True, hours=Hours.HOME))) == 1


def test_a_vacancy_without_needs_asks_for_them_instead_of_ranking(staff: FlaskClient) -> None:
    vacancy = factories.vacancy(text="Yaxşı adam lazımdır")
    seamstress("Günel")
    db.session.commit()
    page = staff.get(f"/vacancies/{vacancy.id}/matches").text
    assert f"/vacancies/{vacancy.id}/needs" in page
    assert "Günel" not in page


def test_from_her_side_the_same_vacancy_has_the_same_score(staff: FlaskClient) -> None:
    vacancy, member = sewing_vacancy(), seamstress()
    factories.vacancy(needs=("cooking",))
    sewing_vacancy(state=VacancyState.DRAFT)
    db.session.commit()
    (hers,) = vacancies_for(member)
    assert hers.vacancy.id == vacancy.id
    assert hers.assessment.score == women_for(vacancy)[0].assessment.score
    assert "Tikişçi" in staff.get(f"/members/{member.id}/matches").text


def test_staff_sets_a_woman_aside_with_a_reason_and_her_card_moves_away(staff: FlaskClient) -> None:
    vacancy, member = sewing_vacancy(), seamstress()
    db.session.commit()
    form = {
        "form_at": f"/vacancies/{vacancy.id}/matches",
        "vacancy_id": vacancy.id,
        "member_id": member.id,
        "then": "aside",
    }
    factories.post(staff, "/referrals/start", **form)
    assert women_for(vacancy)[0].referral is None
    factories.post(staff, "/referrals/start", **form, reason="distance")
    found = women_for(vacancy)[0]
    assert found.referral
    assert found.referral.state == "declined"
    page = staff.get(f"/vacancies/{vacancy.id}/matches").text
    assert page.index('id="set-aside"') < page.index(f'id="match-{member.id}"')


def test_every_reason_and_every_help_has_words_for_everybody(app: Flask) -> None:
    for audience in wording.AUDIENCES:
        assert wording.SENTENCES[audience].keys() >= REASON_CODES
        assert all(wording.help_text(code, audience) for code in HELP_CODES)


def test_the_page_asks_as_many_questions_for_eight_women_as_for_two(staff: FlaskClient) -> None:
    vacancy = sewing_vacancy()
    for _number in range(2):
        seamstress()
    db.session.commit()
    with queries() as few:
        staff.get(f"/vacancies/{vacancy.id}/matches")
    for _number in range(6):
        seamstress(settlement=factories.settlement("Neftçala"), max_distance_km=90)
    db.session.commit()
    with queries() as many:
        staff.get(f"/vacancies/{vacancy.id}/matches")
    assert many.number == few.number


def test_the_command_line_ranks_as_the_page_does(app: Flask) -> None:
    vacancy = sewing_vacancy(reference="V001")
    for number in range(3):
        seamstress(reference=f"W{number}")
    db.session.commit()
    ranked = [suggestion.member.reference for suggestion in women_for(vacancy)]
    for arguments in (["--vacancy", "V001"], ["--vacancy", str(vacancy.id)], ["--all", "--top", "50"]):
        result = app.test_cli_runner().invoke(args=["match", *arguments])
        lines = list(csv.DictReader(io.StringIO(result.stdout)))
        assert [line["member_ref"] for line in lines if line["vacancy_ref"] == "V001"] == ranked
        assert [line["rank"] for line in lines] == ["1", "2", "3"]
    assert app.test_cli_runner().invoke(args=["match", "--vacancy", "V999"]).exit_code == 1
    assert app.test_cli_runner().invoke(args=["match"]).exit_code == 2
