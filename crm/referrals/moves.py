"""The one table of moves a referral may make, and who learns what along the way. No database."""

from collections.abc import Mapping

from crm.referrals.enums import ReferralState as State

#: Read it aloud: from this state a referral may go to these. Declined and "found other work" may be taken up again.
MOVES: Mapping[State, frozenset[State]] = {
    State.SUGGESTED: frozenset({State.ASKED, State.DECLINED, State.OBSOLETE}),
    State.ASKED: frozenset({State.AGREED, State.DECLINED, State.OBSOLETE}),
    State.AGREED: frozenset({State.INTRODUCED, State.DECLINED, State.OBSOLETE}),
    State.INTRODUCED: frozenset({State.INTERVIEWED, State.HIRED, State.DECLINED, State.OBSOLETE}),
    State.INTERVIEWED: frozenset({State.HIRED, State.DECLINED, State.OBSOLETE}),
    State.DECLINED: frozenset({State.ASKED}),
    State.OBSOLETE: frozenset({State.ASKED}),
    State.HIRED: frozenset(),
}

#: Days until somebody should look at it again, by the state it came into.
LOOK_AGAIN_AFTER: Mapping[State, int] = {
    State.SUGGESTED: 3,
    State.ASKED: 3,
    State.AGREED: 2,
    State.INTRODUCED: 5,
    State.INTERVIEWED: 5,
}

#: Hours a week from which a hire is full-time, and closes her other open referrals.
FULL_TIME_HOURS = 35


class IllegalMove(Exception):
    """The referral cannot go there from where it is, or something is missing for it (see `why`)."""

    def __init__(self, why: str = "") -> None:
        super().__init__(why or "this move is not allowed now")
        self.why = why


def check(before: State, after: State) -> None:
    """Raises IllegalMove."""
    if after not in MOVES[before]:
        raise IllegalMove
