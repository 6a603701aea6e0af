{{- define "kumiai.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 50 | trimSuffix "-" -}}
{{- end -}}

{{- define "kumiai.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 50 | trimSuffix "-" -}}
{{- else if contains (include "kumiai.name" .) .Release.Name -}}
{{- .Release.Name | trunc 50 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name (include "kumiai.name" .) | trunc 50 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "kumiai.selector" -}}
app.kubernetes.io/name: {{ include "kumiai.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: {{ .Values.role }}
{{- end -}}

{{- define "kumiai.labels" -}}
{{ include "kumiai.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{- define "kumiai.image" -}}
{{- if .Values.image.digest -}}
{{ .Values.image.repository }}@{{ .Values.image.digest }}
{{- else -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end -}}
{{- end -}}

{{- define "kumiai.command" -}}
{{- if eq .Values.role "replica" -}}
- replica
- --from={{ .Values.replica.source }}
- --genesis-hash={{ .Values.replica.genesisHash }}
{{- else -}}
- start
- --history={{ .Values.history }}
{{- end }}
- --rpc-host=0.0.0.0
- --grpc-host=0.0.0.0
- --metrics-host=0.0.0.0
- --log-level={{ .Values.logLevel }}
- --log-format=json
{{- end -}}

{{- define "kumiai.restricted" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}
