"""Questions on the page: one edit per kind of answer, drawn from the form's definition alone."""
