-- refused: CASE-ID
-- a key is to link by, not to choose by
SELECT COUNT(*) AS n FROM x.h WHERE woning_id IN (1, 2)
