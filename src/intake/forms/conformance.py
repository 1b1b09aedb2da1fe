"""Asks pyxform whether other tools for XLSForms would take a form; reads no definition from it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from intake.errors import FormError
from intake.forms.sheets import SURVEY, WHOLE_ROW, Sheet

_ROW = re.compile(r"\[row : (\d+)\]\s*")
_LONGEST_REASON = 300


def check_conformance(sheets: Mapping[str, Sheet]) -> None:
    """Check that a form is an XLSForm that pyxform can turn into an XForm.

    Raises:
        FormError: It is not; pyxform's own sentence is the reason.
    """
    # Takes half a second, and the shipped form does not need it at every start.
    from pyxform.builder import create_survey_element_from_dict  # noqa: PLC0415 - see above
    from pyxform.errors import PyXFormError  # noqa: PLC0415 - see above
    from pyxform.xls2json import workbook_to_json  # noqa: PLC0415 - see above
    from pyxform.xls2json_backends import DefinitionData  # noqa: PLC0415 - see above

    try:
        tree = workbook_to_json(DefinitionData(**_workbook(sheets)))
        create_survey_element_from_dict(tree).xml()
    except PyXFormError as error:
        raise _form_error(str(error)) from error
    except Exception as error:  # whatever else a foreign program makes of a hostile form
        raise _form_error("other programs cannot read this form") from error


def _workbook(sheets: Mapping[str, Sheet]) -> dict[str, list[dict[str, str]]]:
    """Return the sheets as pyxform takes them, rows at the place that their number says."""
    book: dict[str, list[dict[str, str]]] = {}
    for sheet in sheets.values():
        columns = [column for column in sheet.columns if not column.startswith("#")]
        rows: list[dict[str, str]] = []
        for row in sheet.rows:
            rows += [{}] * (row.number - 2 - len(rows))
            rows.append(dict(row.cells))
        book[sheet.name] = rows
        book[f"{sheet.name}_header"] = [dict.fromkeys(columns, "")]
    return book


def _form_error(message: str) -> FormError:
    found = _ROW.search(message)
    reason = " ".join(_ROW.sub("", message).split())[:_LONGEST_REASON].rstrip(".")
    row = int(found[1]) if found else 1
    return FormError(sheet=SURVEY, row=row, column=WHOLE_ROW, reason=reason)
