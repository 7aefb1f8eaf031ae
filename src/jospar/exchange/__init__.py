"""Files that come in and go out whole: first of all the planning-year workbook."""
