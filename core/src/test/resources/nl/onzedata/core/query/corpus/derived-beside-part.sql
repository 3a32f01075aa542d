-- refused: PARTS
-- what it is made of says what it is: a sum of two hidden cells would be shown
SELECT arm, type, COUNT(*) AS n FROM x.h GROUP BY arm, type
