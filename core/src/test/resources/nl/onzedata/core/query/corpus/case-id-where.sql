-- refused: CASE-ID
SELECT COUNT(*) AS n FROM x.h WHERE hh_id = 17
