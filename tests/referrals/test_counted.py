"""Why a hire leaves the results as they are, and what an empty field of hours means, is said where it is seen."""

from datetime import date

from flask.testing import FlaskClient

from crm.extensions import db
from crm.members.models import Member
from crm.partners.enums import PartnerKind
from crm.referrals import operations
from crm.referrals.enums import ContractType, ReferralState
from crm.referrals.models import Referral
from tests import factories


def way(her: Member) -> Referral:
    vacancy = factories.vacancy()
    return factories.save(Referral(centre=her.centre, member=her, vacancy=vacancy, state=ReferralState.INTRODUCED))


def page_of(staff: FlaskClient, referral: Referral) -> str:
    db.session.commit()
    staff.get("/language/en?next=/")
    return staff.get(f"/referrals/{referral.id}").text


def test_staff_reads_why_the_hire_of_a_woman_who_counts_already_leaves_the_figure(staff: FlaskClient) -> None:
    founder, worker, newcomer = (factories.member(name) for name in ("Aygün", "Lalə", "Nigar"))
    factories.partner(kind=PartnerKind.STARTUP, founder=founder)
    operations.record_placement(
        member=worker, partner=factories.partner(), started_on=date(2026, 3, 1), contract=ContractType.SEASONAL
    )
    for her in (founder, worker):
        assert "the figure will stay as it is" in page_of(staff, way(her))
    assert "count each woman once" not in page_of(staff, way(newcomer))


def test_after_the_hire_the_page_says_it_too_and_no_hire_counts_against_itself(staff: FlaskClient) -> None:
    worker, newcomer = factories.member("Lalə"), factories.member("Nigar")
    operations.record_placement(
        member=worker, partner=factories.partner(), started_on=date(2026, 3, 1), contract=ContractType.SEASONAL
    )
    for her, said in ((worker, True), (newcomer, False)):
        referral = way(her)
        operations.record_placement(
            member=her,
            partner=referral.vacancy.partner,
            started_on=date(2026, 4, 1),
            contract=ContractType.SEASONAL,
            referral=referral,
        )
        assert ("does not raise the figure" in page_of(staff, referral)) is said


def test_what_empty_hours_mean_is_said_beside_the_field(staff: FlaskClient) -> None:
    referral = way(factories.member())
    db.session.commit()
    staff.get("/language/en?next=/")
    for url in (f"/referrals/{referral.id}/hire", "/referrals/placements/new"):
        assert "only a permanent contract counts as full time" in staff.get(url).text
