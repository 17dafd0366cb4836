"""More like her: who shares what she can, by rarity and neighbours, lives near her and wishes the same; with reasons."""

from dataclasses import replace

from flask.testing import FlaskClient

from crm.extensions import db
from crm.matching.facts import Candidate, Knowledge, Skill
from crm.matching.likeness import Likeness, likeness
from crm.members.consents import give_consent, withdraw_consent
from crm.members.enums import ConsentManner, Purpose
from tests import factories
from tests.counting import queries

KNOWN = Knowledge(
    neighbours={"sewing": {"curtain-sewing": 0.8}, "curtain-sewing": {"sewing": 0.8}},
    rarity={"weaving": 1.0, "cleaning": 0.2},
)
HER = Candidate(
    id=1,
    skills=(Skill("weaving"), Skill("cleaning")),
    wishes=frozenset({"weaving"}),
    seeking="job",
    availability="part",
    night_ok=None,
    weekend_ok=None,
    max_distance_km=None,
    transport=None,
    min_pay=None,
    place=(40.0, 48.5),
)


def of(*skills: str, **more: object) -> Likeness:
    other = replace(HER, id=2, skills=tuple(Skill(code) for code in skills), **more)
    return likeness(HER, other, KNOWN)


def test_a_rare_skill_makes_more_alike_than_one_that_everybody_has() -> None:
    assert of("weaving").score > of("cleaning").score


def test_her_twin_is_as_alike_as_can_be_and_a_neighbour_of_her_skill_comes_close() -> None:
    assert of("weaving", "cleaning").score == 1.0
    her = replace(HER, skills=(Skill("sewing"),))
    near = likeness(her, replace(HER, id=2, skills=(Skill("curtain-sewing"),)), KNOWN)
    first = near.traits[0]
    assert (first.kind, first.code, first.via) == ("close", "can_close", "curtain-sewing")


def test_place_and_hours_order_equals_and_what_is_not_known_costs_nothing() -> None:
    near, far, unsaid = of("weaving"), of("weaving", place=(41.0, 48.5)), of("weaving", place=None)
    assert near.score > far.score
    assert unsaid.score > far.score
    assert "place_not_known" in {one.code for one in unsaid.traits}


def test_whoever_shares_no_work_is_not_like_her_however_near() -> None:
    assert of("cooking", wishes=frozenset()).score == 0.0


def test_staff_reaches_women_like_her_by_a_click_and_reads_why(staff: FlaskClient) -> None:
    her = factories.member("Aygün", skills=("sewing", "cooking"), settlement=factories.settlement("Sabirabad"))
    twin = factories.member(
        "Könül", skills=("sewing", "cooking"), settlement=factories.settlement("Sabirabad"), phone="050 111 22 33"
    )
    half = factories.member("Lalə", skills=("sewing",), settlement=factories.settlement("Neftçala"))
    factories.member("Tərlan", skills=("accounting",))
    factories.member("Uzaq", skills=("sewing", "cooking"), centre=factories.centre("Neftçala"))
    silent = factories.member("Susan", skills=("sewing", "cooking"))
    give_consent(member=silent, purpose=Purpose.SERVICES, manner=ConsentManner.PAPER)
    withdraw_consent(member=silent, purpose=Purpose.SERVICES)
    db.session.commit()
    staff.get("/language/en?next=/")
    assert f"/members/{her.id}/like-her" in staff.get(f"/members/{her.id}").text
    page = staff.get(f"/members/{her.id}/like-her").text
    assert page.index(twin.name) < page.index(half.name)
    assert "Lives near her" in page
    assert "Without: " in page.split(half.name)[1]
    for hidden in ("Tərlan", "Uzaq", "Susan", "050 111 22 33"):
        assert hidden not in page


def test_a_woman_of_whom_nothing_is_known_is_not_guessed_about(staff: FlaskClient) -> None:
    her = factories.member("Boş")
    other = factories.member(centre=factories.centre("Neftçala"), skills=("sewing",))
    db.session.commit()
    assert f"/members/{her.id}/skills" in staff.get(f"/members/{her.id}/like-her").text.split("<main")[1]
    assert staff.get(f"/members/{other.id}/like-her").status_code == 404


def test_the_page_reads_as_often_for_eight_women_as_for_two(staff: FlaskClient) -> None:
    her, counts = factories.member("Aygün", skills=("sewing",)), []
    for number in (2, 6):
        for _woman in range(number):
            factories.member(skills=("sewing", "cooking"), settlement=factories.settlement())
        db.session.commit()
        with queries() as count:
            staff.get(f"/members/{her.id}/like-her")
        counts.append(count.number)
    assert counts[0] == counts[1]
