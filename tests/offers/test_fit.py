"""Whom an offer suits and why, as plain arithmetic: no database."""

from dataclasses import replace

from crm.matching.facts import Fit, Verdict
from crm.offers import wording
from crm.offers.enums import OfferKind, VentureStage
from crm.offers.fit import Terms, Venture, assess

NEAR = {"sewing": {"curtain-sewing": 0.8}}
HER = Venture(
    id=1,
    fields={"sewing": "tikiş"},
    equipment={},
    can=frozenset(),
    money=2000,
    stage=VentureStage.IDEA,
    rayon_id=1,
    place=(40.0, 48.5),
)
LOAN = Terms(
    id=1,
    kind=OfferKind.LOAN,
    fields={},
    asks={},
    amount_min=None,
    amount_max=3000,
    stage=None,
    rayon_id=None,
    place=None,
)
MACHINES = replace(LOAN, kind=OfferKind.EQUIPMENT, fields={"sewing": "tikənlərə"}, amount_max=None, place=(40.0, 48.5))


def codes(her: Venture, terms: Terms) -> dict[str, str]:
    return {part.code: str(part.verdict) for part in assess(her, terms, NEAR).parts}


def test_a_loan_that_covers_what_she_needs_fits_and_half_of_it_needs_a_second_source() -> None:
    assert assess(HER, LOAN, NEAR).fit is Fit.FITS
    part = replace(HER, money=5000)
    assert codes(part, LOAN)["sum_in_part"] == "helps"
    assert assess(part, LOAN, NEAR).fit is Fit.NEEDS_HELP
    assert assess(replace(HER, money=9000), LOAN, NEAR).fit is Fit.DOES_NOT_FIT
    assert codes(replace(HER, money=200), replace(LOAN, amount_min=500))["sum_too_big"] == "helps"


def test_what_nobody_knows_neither_helps_nor_hurts_and_is_said() -> None:
    unsaid = replace(HER, money=None)
    assert codes(unsaid, LOAN)["sum_not_known"] == "not_known"
    assert assess(unsaid, LOAN, NEAR).fit is Fit.NEEDS_HELP
    assert assess(replace(HER, place=None), MACHINES, NEAR).score == assess(HER, MACHINES, NEAR).score
    assert codes(replace(HER, fields={}), MACHINES)["field_not_known"] == "not_known"


def test_a_machine_is_for_its_field_and_for_whoever_says_that_she_lacks_it() -> None:
    near, baker = replace(HER, fields={"curtain-sewing": "pərdə"}), replace(HER, fields={"cooking": "bişirmək"})
    assert assess(HER, MACHINES, NEAR).score > assess(near, MACHINES, NEAR).score > 0.7
    assert assess(baker, MACHINES, NEAR).fit is Fit.DOES_NOT_FIT
    assert "needs_this" in codes(replace(baker, equipment={"sewing": "tikiş maşını"}), MACHINES)
    assert assess(baker, replace(LOAN, fields={"sewing": "tikiş"}), NEAR).fit is Fit.NEEDS_HELP  # money: one may ask


def test_stage_and_rayon_count_only_where_the_offer_names_them() -> None:
    running = replace(LOAN, stage=VentureStage.RUNNING)
    assert assess(HER, running, NEAR).fit is Fit.DOES_NOT_FIT
    assert assess(replace(HER, stage=VentureStage.RUNNING), running, NEAR).fit is Fit.FITS
    assert assess(HER, replace(LOAN, rayon_id=2), NEAR).fit is Fit.DOES_NOT_FIT
    assert codes(HER, replace(LOAN, rayon_id=1))["same_rayon"] == "fits"
    assert not {"same_rayon", "begins", "close"} & codes(HER, LOAN).keys()


def test_a_paper_they_ask_for_is_had_or_helped_with() -> None:
    asks = replace(LOAN, asks={"medical-book": "sanitar kitabça"}, quick=frozenset({"medical-book"}))
    (lacks,) = [part for part in assess(HER, asks, NEAR).parts if part.code == "misses_asked"]
    assert (lacks.verdict, lacks.help) == (Verdict.HELPS, "document")
    assert assess(replace(HER, can=frozenset({"medical-book"})), asks, NEAR).score > assess(HER, asks, NEAR).score


def test_every_reason_has_words_for_staff_and_for_her() -> None:
    assert wording.STAFF.keys() == wording.WOMAN.keys()
    assert wording.HELP_STAFF.keys() == wording.HELP_WOMAN.keys()
