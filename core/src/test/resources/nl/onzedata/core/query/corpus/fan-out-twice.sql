-- refused: FAN-OUT
-- everyone twice
SELECT COUNT(*) AS n FROM (SELECT hh_id FROM x.h UNION ALL SELECT hh_id FROM x.h) AS u
