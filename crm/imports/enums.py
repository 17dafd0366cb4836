"""What can be imported, how far an import is, what becomes of a row and what a person says about it."""

from crm.i18n import LabelledEnum, _l


class ImportKind(LabelledEnum):
    MEMBERS = "members", _l("Women")
    PARTNERS = "partners", _l("Companies and banks")
    VACANCIES = "vacancies", _l("Vacancies")


class ImportState(LabelledEnum):
    PREVIEWED = "previewed", _l("Looked through, not taken in yet")
    TAKING = "taking", _l("Being taken in")
    DONE = "done", _l("Taken in")
    REVERTED = "reverted", _l("Taken out again")


class RowState(LabelledEnum):
    """The first five before the list is taken in, the others after it."""

    UNDECIDED = "undecided", _l("Waits for your decision")
    REFUSED = "refused", _l("Cannot be used")
    NEW = "new", _l("A new woman")
    SAME = "same", _l("Known already")
    SKIPPED = "skipped", _l("Left out by you")
    CREATED = "created", _l("Added")
    UPDATED = "updated", _l("Brought up to date")
    REVERTED = "reverted", _l("Taken out again")
    KEPT = "kept", _l("Stays")


class Decision(LabelledEnum):
    SAME = "same", _l("It is the same woman")
    NEW = "new", _l("It is another woman")
    SKIP = "skip", _l("Leave the row out")


#: Rows that will be taken in.
GOOD = (RowState.NEW, RowState.SAME)
#: Rows a person may still say something about.
OPEN = (RowState.UNDECIDED, RowState.REFUSED, *GOOD, RowState.SKIPPED)
