-- refused: *
-- a sign that turns the direction of the text
SELECT COUNT(*) AS n FROM x.h WHERE type = '‮pook'
