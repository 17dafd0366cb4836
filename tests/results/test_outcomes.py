"""What became of suggestions: by the rank they had when they were made, and by group."""

from flask.testing import FlaskClient

from crm.access import Role
from crm.extensions import db
from crm.referrals import operations
from crm.referrals.enums import DeclinedBy, DeclineReason, ReferralState
from crm.referrals.models import Referral
from crm.results import outcomes
from crm.results.enums import Group
from crm.results.scope import Scope
from tests import factories
from tests.matching.test_pages import seamstress, sewing_vacancy


def two_ways() -> None:
    """The first of two is introduced, the second says no; a third got her slip at a fair."""
    by, vacancy = factories.user(Role.STAFF), sewing_vacancy(pay_max=300)
    first, second = seamstress("Birinci", min_pay=100, birth_year=2004), seamstress("İkinci", min_pay=900)
    ways = [operations.suggest(vacancy=vacancy, member=member, by=by) for member in (first, second)]
    for way in ways:
        operations.ask(referral=way, by=by)
    operations.answer(referral=ways[0], reply="yes", by=by)
    operations.introduce(referral=ways[0], by=by)
    operations.decline(referral=ways[1], by=by, declined_by=DeclinedBy.MEMBER, reason=DeclineReason.PAY)
    slip = {"event": factories.event(), "state": ReferralState.SUGGESTED, "centre_id": vacancy.centre_id}
    factories.save(Referral(member=seamstress("Yarmarka"), vacancy=vacancy, **slip))
    db.session.commit()


def found(statement: object) -> list[tuple[str, int, int, int]]:
    rows = db.session.execute(statement).all()
    return [(one.name, one.suggested, one.asked, one.taken) for one in outcomes.lines(rows, outcomes.RANK_ORDER)]


def test_each_suggestion_counts_at_the_rank_it_had(staff: FlaskClient) -> None:
    two_ways()
    assert found(outcomes.by_rank(Scope())) == [("1", 1, 1, 1), ("2-3", 1, 1, 0)]
    assert found(outcomes.by_group(Scope(), Group.AGE)) == [("up_to_24", 1, 1, 1), ("unknown", 1, 1, 0)]
    page = staff.get("/results/suggestions?by=age_band").text
    assert "100 %" in page
    assert str(DeclineReason.PAY.label) in page


def test_every_group_has_its_table_and_a_wrong_one_the_first(staff: FlaskClient) -> None:
    two_ways()
    for group in (*Group, "nonsense"):
        answer = staff.get(f"/results/suggestions?by={group}")
        assert answer.status_code in (200, 422)
    assert staff.get("/results/suggestions").status_code == 200
    assert "/results/suggestions" in staff.get("/results").text


def test_the_page_is_one_click_from_the_results_and_says_when_nothing_was_suggested(staff: FlaskClient) -> None:
    staff.get("/language/en?next=/")
    assert 'href="/results/suggestions' in staff.get("/results").text
    assert "Nothing was suggested in this time." in staff.get("/results/suggestions").text
