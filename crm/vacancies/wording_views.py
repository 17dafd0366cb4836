"""Pages of the wording of a vacancy: what was found, the proposed text, letting it be with a reason."""

from flask import Response
from flask_login import current_user

from crm.access import Permission, may
from crm.i18n import _
from crm.vacancies import operations, queries
from crm.vacancies.forms import LetBeForm, WordingForm
from crm.vacancies.models import Vacancy
from crm.vacancies.wording import let_be as leave
from crm.web import check_version, get_or_404, go_to, page
from crm.wording.advice import advised
from crm.wording.mending import corrected


@may(Permission.VACANCIES_WRITE)
def wording(vacancy_id: int) -> Response:
    vacancy = get_or_404(queries.whole(current_user), id=vacancy_id)
    form = WordingForm(obj=vacancy)
    if not form.is_submitted():
        form.text.data = corrected(vacancy.text)
    if not form.validate_on_submit():
        return _page(vacancy, form, LetBeForm(formdata=None, obj=vacancy), 422 if form.errors else 200)
    check_version(vacancy, form)
    operations.use_fair_text(vacancy=vacancy, text=form.text.data or "")
    return go_to(
        "vacancies.show", _("The new text is saved. Look at it once more, then open it."), vacancy_id=vacancy.id
    )


@may(Permission.VACANCIES_WRITE)
def let_be(vacancy_id: int) -> Response:
    vacancy = get_or_404(queries.whole(current_user), id=vacancy_id)
    form = LetBeForm()
    if not form.validate_on_submit():
        shown = WordingForm(formdata=None, obj=vacancy)
        shown.text.data = corrected(vacancy.text)
        return _page(vacancy, shown, form, 422)
    check_version(vacancy, form)
    leave(vacancy=vacancy, reason=form.reason.data or "")
    return go_to("vacancies.show", _("Noted. It can be opened as it is."), vacancy_id=vacancy.id)


def _page(vacancy: Vacancy, form: WordingForm, reason: LetBeForm, status: int) -> Response:
    return page(
        "vacancies/wording.html",
        status=status,
        vacancy=vacancy,
        form=form,
        reason=reason,
        wording=advised(vacancy.title, vacancy.text),
    )
