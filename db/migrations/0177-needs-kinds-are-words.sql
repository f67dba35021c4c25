-- The kinds of needs are words of the program, not rows that an installation keeps: a backup is restored into tables without any.
drop table needs_kinds;
create view needs_kinds as
  select kind, about, words, position from (values
    ('vegetarian', 'dietary', 'Vegetarian', 1),
    ('vegan', 'dietary', 'Vegan', 2),
    ('halal', 'dietary', 'Halal', 3),
    ('kosher', 'dietary', 'Kosher', 4),
    ('gluten_free', 'dietary', 'Gluten-free', 5),
    ('dairy_free', 'dietary', 'Dairy-free', 6),
    ('nut_allergy', 'dietary', 'Nut allergy', 7),
    ('step_free', 'access', 'Step-free access', 21),
    ('hearing_loop', 'access', 'Hearing loop', 22),
    ('large_print', 'access', 'Large print', 23),
    ('sign_language', 'access', 'Sign-language interpreter', 24),
    ('quiet_space', 'access', 'Quiet space', 25),
    ('parking', 'access', 'Parking near the door', 26)
  ) as kinds (kind, about, words, position);
