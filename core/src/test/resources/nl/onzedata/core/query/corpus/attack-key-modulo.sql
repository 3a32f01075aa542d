-- refused: CASE-ID
SELECT COUNT(*) AS n FROM x.h WHERE MOD(hh_id, 2) = 0
