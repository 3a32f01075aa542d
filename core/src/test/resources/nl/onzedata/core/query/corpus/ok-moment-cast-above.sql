-- accepted
-- uses: x.me.gemeld time
-- the cast stands above the core
SELECT CAST(kwartaal AS DATE) AS eerste_dag, n FROM (SELECT DATE_TRUNC('quarter', gemeld) AS kwartaal, COUNT(*) AS n FROM x.me GROUP BY DATE_TRUNC('quarter', gemeld)) AS k
