"""What is to be read from each of the ten documents, row by row, doubt by doubt.

A row is its place, number, treaty, group, bodies, term, procedure and the term of
that; a doubt its place, code and column. A dash stands for nothing.
"""

FOREIGN_AFFAIRS = """
= ru
1.4 1 BORDER interstate mid 220401-220630 ratification -
1.5 2 ROADS interstate mid 220101-221231 none -
1.8 3 POWER intergovernmental energy 220501-220630 approval 230101-231231
1.10 4 JUSTICE interagency minjust 220101-220630 none -
? 1.4 body_guess body
? 1.5 merged_down body
? 1.5 term_guess term
? 1.6 heading_again
? 1.8 body_guess body
? 1.10 body_guess body
? 1.10 term_guess term
"""

ENERGY = """
= kk
1.4 1 BORDER interstate mid 220401-220630 ratification -
1.6 2 ROADS intergovernmental transport 220401-220531 none -
1.7 3 POWER intergovernmental energy 220101-221231 approval -
1.9 4 JUSTICE interagency minjust 220601-220630 none -
? 1.1 heading_lines
? 1.3 group_guess
? 1.4 body_guess body
? 1.5 group_guess
? 1.6 body_former body
? 1.7 term_guess term
? 1.8 group_guess
? 1.9 term_guess term
"""

ONE_AFTER_ANOTHER = """
= kk
1.3 1 BORDER interstate mid 220101-221231 ratification 230101-231231
1.5 2 SCHOOLS intergovernmental edu 220501-220531 none -
1.6 3 POWER intergovernmental energy 220101-220331 none -
1.8 4 JUSTICE interagency minjust 220501-220531 none -
= ru
2.3 1 BORDER interstate mid 220101-221231 ratification 230101-231231
2.5 2 POWER intergovernmental energy 220401-220630 none -
2.7 3 JUSTICE interagency minjust 220501-220531 none -
"""

IN_ONE_CELL = """
= kk
1.3 1 SCHOOLS intergovernmental edu 220401-220630 none -
1.4 2 POWER intergovernmental energy 220515-220515 none -
? 1.0 group_absent
? 1.0 group_absent
? 1.1 languages_both
= ru
1.3 1 SCHOOLS intergovernmental edu 220401-220630 none -
1.4 2 POWER intergovernmental energy 220515-220515 none -
? 1.0 group_absent
? 1.0 group_absent
? 1.4 language_missing note
"""

CORRECTED = """
= ru
1.3 1 BORDER interstate mid 220401-220630 none -
1.6 2 POWER intergovernmental energy 220101-221231 none -
? 1.3 cell_deleted term
? 1.5 line_struck
? 1.6 cell_struck note
? 1.8 line_deleted
"""

OVER_PAGES = """
= ru
2.3 1 POWER intergovernmental energy 220301-220331 none -
2.4 2 ROADS intergovernmental transport 220101-221231 none -
4.2 3 SCHOOLS intergovernmental edu 221001-221231 none -
? 0.0 box_outside
? 5.0 table_other
? 2.0 group_absent
? 2.0 group_absent
? 2.3 cell_box note
? 2.3 number_automatic number
? 2.4 cell_nested note
? 4.0 heading_missing
? 4.1 line_spread
? 4.2 cell_footnote title
"""

OWN_COLUMNS = """
= ru
1.3 1 POWER intergovernmental energy 220101-221231 none -
1.4 3 ROADS intergovernmental transport 220901-221130 - -
? 1.0 group_absent
? 1.0 group_absent
? 1.1 columns_order
? 1.1 column_missing number
? 1.1 column_missing note
? 1.1 column_further
? 1.3 number_in_title number
? 1.3 body_guess body
? 1.4 number_in_title number
? 1.4 number_gap number
? 1.4 body_guess body
? 1.4 term_guess term
? 1.4 procedure_unknown procedure
? 1.5 line_stray
"""

BARE = """
= ru
1.1 1 POWER - energy 230101-241231 none -
1.4 2 ROADS - - - - -
1.5 - SCHOOLS - - - ratification -
1.6 6 - - mid 230401-230630 - -
? 1.0 heading_missing
? 1.1 cell_garbled title
? 1.1 group_unknown
? 1.2 line_empty
? 1.4 body_unknown body
? 1.4 term_unknown term
? 1.4 procedure_unknown procedure
? 1.4 group_unknown
? 1.5 number_odd number
? 1.5 language_other title
? 1.5 body_missing body
? 1.5 term_missing term
? 1.5 procedure_guess procedure
? 1.5 group_unknown
? 1.6 number_gap number
? 1.6 title_missing title
? 1.6 term_guess term
? 1.6 procedure_missing procedure
? 1.6 group_unknown
? 1.7 line_stray
"""

TRANSPORT = """
= ru
1.6 1 ROADS intergovernmental transport 220501-220531 none -
1.7 2 POWER intergovernmental transport 220515-220515 none -
1.8 3 SCHOOLS intergovernmental edu 220101-221231 none -
1.10 4 JUSTICE interagency minjust - - -
? 2.0 sheet_hidden
? 1.0 group_absent
? 1.6 term_date term
? 1.7 merged_down body
? 1.7 term_date term
? 1.8 line_hidden
? 1.10 merged_across term
? 1.10 term_unknown term
? 1.10 procedure_missing procedure
"""

FINANCE = """
= kk
1.3 1 BORDER - mid 220101-221231 ratification 220101-221231
1.4 2 POWER - energy 220401-220630 none -
1.5 4 SCHOOLS - edu - - -
1.6 4 JUSTICE - minjust 220901-221130 none -
? 2.0 table_other
? 1.2 column_further
? 1.3 group_unknown
? 1.4 language_other title
? 1.4 language_other term
? 1.4 group_unknown
? 1.5 cell_broken term
? 1.5 number_gap number
? 1.5 body_guess body
? 1.5 term_missing term
? 1.5 procedure_missing procedure
? 1.5 group_unknown
? 1.6 number_again number
? 1.6 term_guess term
? 1.6 group_unknown
? 1.7 line_stray
"""

EXPECTED = {
    "foreign_affairs": FOREIGN_AFFAIRS,
    "energy": ENERGY,
    "one_after_another": ONE_AFTER_ANOTHER,
    "in_one_cell": IN_ONE_CELL,
    "corrected": CORRECTED,
    "over_pages": OVER_PAGES,
    "own_columns": OWN_COLUMNS,
    "bare": BARE,
    "transport": TRANSPORT,
    "finance": FINANCE,
}
