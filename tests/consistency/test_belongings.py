"""No table with something of a woman's is forgotten when she is merged, exported or erased."""

import pytest

from crm.members.belongings import FATES, NOT_HERS, belongings, within

#: It imports all models.
pytestmark = pytest.mark.usefixtures("plain_app")


def test_each_table_that_points_at_a_woman_says_what_becomes_of_it() -> None:
    found = {one.name for one in belongings()}
    undecided, gone = sorted(found - FATES.keys()), sorted(FATES.keys() - found)
    assert not undecided, f"say in crm/members/belongings.py what merge, record and erasure do with {undecided}"
    assert not gone, f"no longer there, take them out of crm/members/belongings.py: {gone}"
    assert found > NOT_HERS


def test_what_hangs_on_her_referrals_is_found_too() -> None:
    hers = {one.name: one for one in belongings()}
    assert {one.name for one in within(hers["referrals.member_id"])} >= {
        "referral_steps.referral_id",
        "placements.referral_id",
    }
    assert within(hers["partners.founder_id"]) == [], "a company's papers are not its founder's"
